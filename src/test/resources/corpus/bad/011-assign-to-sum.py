a = 1
b = 2
a + b = 3
# problem: 3:1 python.assign.expression
