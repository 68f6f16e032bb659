a = True
print(a || False)
# problem: 2:9 python.syntax.signs
