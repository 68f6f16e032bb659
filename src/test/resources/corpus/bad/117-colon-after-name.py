repeat:
    print(1)
# problem: 1:7 python.syntax.strayColon
