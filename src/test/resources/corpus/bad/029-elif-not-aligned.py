if True:
    x = 1
    elif False:
        x = 2
# problem: 3:5 python.syntax.strayElse
