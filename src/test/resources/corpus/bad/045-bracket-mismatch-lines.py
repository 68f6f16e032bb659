x = (1,
     2,
     3]
# problem: 3:7 python.bracket.mismatch
