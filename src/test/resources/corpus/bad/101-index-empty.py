x = [1, 2]
print(x[])
# problem: 2:8 python.syntax.emptyIndex
