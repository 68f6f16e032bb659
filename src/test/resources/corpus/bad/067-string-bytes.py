s = b"abc"
# problem: 1:5 python.unsupported.bytes
