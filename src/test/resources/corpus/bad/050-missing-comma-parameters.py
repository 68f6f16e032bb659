def f(x y):
    return x
# problem: 1:9 python.syntax.missingComma
