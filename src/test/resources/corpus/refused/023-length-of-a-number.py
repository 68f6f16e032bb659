x = 3.0
print(len(x))
# problem: 2:7 run.type.length
