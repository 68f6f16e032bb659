W = [[1.0, 2.0], [3.0, 4.0]]
print(W[0, 1])
# problem: 2:7 run.index.tuple
