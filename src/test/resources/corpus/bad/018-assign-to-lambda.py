lambda x: y = 3
# problem: 1:1 python.assign.expression
