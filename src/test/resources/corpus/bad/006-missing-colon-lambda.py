f = lambda x x + 1
# problem: 1:14 python.syntax.missingColon
