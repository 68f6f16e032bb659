x = 3
while x = 3:
    x -= 1
# problem: 2:9 python.syntax.assignInCondition
