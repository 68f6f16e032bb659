function f(x):
    return x
# problem: 1:1 python.syntax.defWord
