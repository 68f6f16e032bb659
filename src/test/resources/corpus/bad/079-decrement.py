x = 3
x--
print(x)
# problem: 2:2 python.syntax.increment
