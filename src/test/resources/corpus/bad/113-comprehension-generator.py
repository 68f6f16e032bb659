x = sum(i for i in range(3))
# problem: 1:11 python.unsupported.generator
