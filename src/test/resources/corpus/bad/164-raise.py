raise ValueError
# problem: 1:1 python.unsupported.raise
