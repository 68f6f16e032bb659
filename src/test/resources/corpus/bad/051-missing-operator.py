x = 3
y = 2 x
# problem: 2:7 python.syntax.missingOperator
