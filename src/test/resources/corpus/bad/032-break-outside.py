x = 3
if x > 2:
    break
# problem: 3:5 python.syntax.breakOutside
