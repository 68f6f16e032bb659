def (x):
    return x
# problem: 1:5 python.syntax.functionName
