x = 3
print(x === 3)
# problem: 2:9 python.syntax.signs
