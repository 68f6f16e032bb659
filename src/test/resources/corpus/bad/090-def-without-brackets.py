def f:
    return 1
# problem: 1:6 python.syntax.functionBrackets
