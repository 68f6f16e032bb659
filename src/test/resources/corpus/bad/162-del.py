x = 1
del x
# problem: 2:1 python.unsupported.del
