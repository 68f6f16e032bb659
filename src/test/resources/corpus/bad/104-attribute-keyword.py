x = 3
y = x.if
# problem: 2:7 python.syntax.attributeName
