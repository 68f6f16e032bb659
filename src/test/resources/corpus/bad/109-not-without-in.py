x = 3
print(x not 3)
# problem: 2:9 python.syntax.notIn
