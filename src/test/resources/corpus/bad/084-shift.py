a = 1 << 3
# problem: 1:7 python.unsupported.shift
