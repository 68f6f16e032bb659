y = 1 if x = 2 else 3
# problem: 1:12 python.syntax.assignInCondition
