a = True
print(!a)
# problem: 2:7 python.syntax.signs
