for i in range(3)
    print(i)
# problem: 1:18 python.syntax.missingColon
