a, None = 1, 2
# problem: 1:4 python.assign.keyword
