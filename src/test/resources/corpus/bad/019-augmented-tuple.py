a, b = 1, 2
a, b += 1
# problem: 2:1 python.assign.augmentedTuple
