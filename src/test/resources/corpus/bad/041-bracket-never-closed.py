W = [1, 2, 3
print(W)
b = 2
# problem: 1:5 python.bracket.neverClosed
