x = 1
else:
    x = 2
# problem: 2:1 python.syntax.strayElse
