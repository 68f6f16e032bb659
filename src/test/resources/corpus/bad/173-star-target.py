a, *b = [1, 2, 3]
# problem: 1:4 python.unsupported.star
