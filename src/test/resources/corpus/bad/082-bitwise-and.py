a = 3 & 1
# problem: 1:7 python.unsupported.bitwise
