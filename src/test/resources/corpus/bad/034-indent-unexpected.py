x = 1
  y = 2
# problem: 2:1 python.indent.unexpected
