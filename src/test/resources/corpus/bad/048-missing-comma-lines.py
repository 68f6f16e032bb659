W = [[1, 2],
     [3, 4]
     5]
# problem: 3:6 python.syntax.missingComma
