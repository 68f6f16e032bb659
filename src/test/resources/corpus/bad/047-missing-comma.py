x = [1 2, 3]
# problem: 1:8 python.syntax.missingComma
