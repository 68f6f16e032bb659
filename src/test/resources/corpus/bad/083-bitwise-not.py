a = ~3
# problem: 1:5 python.unsupported.bitwise
