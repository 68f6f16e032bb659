def f(x):
    y = x
  return y
# problem: 3:1 python.indent.mismatch
