x = 1 + 2)
# problem: 1:10 python.bracket.neverOpened
