x = [1, 2, 3)
# problem: 1:13 python.bracket.mismatch
