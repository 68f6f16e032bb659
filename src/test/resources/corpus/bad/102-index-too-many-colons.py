x = [1, 2]
print(x[0:1:1:1])
# problem: 2:14 python.syntax.unexpected
