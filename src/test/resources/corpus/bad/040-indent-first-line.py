  x = 1
# problem: 1:1 python.indent.unexpected
