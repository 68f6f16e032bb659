x = 3
y = x.
# problem: 2:7 python.syntax.attributeName
