def f(x, x):
    return x
# problem: 1:10 python.syntax.duplicateParameter
