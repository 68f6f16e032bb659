x = 3.0
print(x[0])
# problem: 2:7 run.index.none
