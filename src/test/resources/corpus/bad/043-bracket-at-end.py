print((1 + 2)
# problem: 1:6 python.bracket.neverClosed
