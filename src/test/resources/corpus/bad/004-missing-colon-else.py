if 1 > 2:
    print(1)
else
    print(2)
# problem: 3:5 python.syntax.missingColon
