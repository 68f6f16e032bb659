x = 3 + 4 += 5
# problem: 1:11 python.syntax.unexpected
