def f(x=1, y):
    return x
# problem: 1:12 python.syntax.defaultOrder
