loss = 0.25
print("loss: " + loss)
# problem: 2:7 run.type.binary
