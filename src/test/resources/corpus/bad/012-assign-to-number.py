3 = x
# problem: 1:1 python.assign.literal
