x > 3:
    print(1)
# problem: 1:6 python.syntax.strayColon
