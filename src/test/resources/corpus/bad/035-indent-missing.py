def f(x):
return x
# problem: 2:1 python.indent.missingBlock
