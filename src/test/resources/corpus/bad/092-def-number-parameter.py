def f(1):
    return 1
# problem: 1:7 python.syntax.parameterName
