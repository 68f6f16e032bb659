\
x = 1
# problem: 1:1 python.unsupported.backslash
