x = 1; if x: print(x)
# problem: 1:8 python.syntax.compoundOnLine
