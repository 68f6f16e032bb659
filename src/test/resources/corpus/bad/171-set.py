s = {1, 2}
# problem: 1:5 python.unsupported.braces
