x = 3
if x = 3:
    print(x)
# problem: 2:6 python.syntax.assignInCondition
