s = "\ud800"
# problem: 1:6 python.unsupported.surrogate
