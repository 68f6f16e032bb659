s = "\x4"
# problem: 1:6 python.string.escape
