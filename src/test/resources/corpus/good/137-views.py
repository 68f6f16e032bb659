# Rows, slices, turns and folds look into the same entries.
import numpy as np

W = np.arange(6).reshape(2, 3) * 1.0
row = W[0]
row -= 1
print(W, row, sep="\n")
T = W.T
T[2, 1] = 50.0
print(W)
part = W[:, 1:]
part *= 2
F = W.reshape(-1)
F[0] = 8.0
G = W.flatten()
G[1] = -100.0
print(W, F, G, sep="\n")
back = W[1][::-1]
back[0] = 0.0
copied = W[1].copy()
copied[1] = 99.0
print(W[1], back, copied)
for r in W:
    r += 0.5
for value in W[0]:
    value += 1000
print(W)
col = W[:, 0]
W[:, 0] = [3.0, 4.0]
W[1, 1:] = W[0, :2]
print(W, col, sep="\n")
M = np.transpose(W)
W += M[0, 0]
print(M)
old = W
W = W - 1
W -= 1
print(old[0], W[0])
items = [1, 2, 3, 4]
cut = items[1:3]
cut[0] = 99
print(items, cut)
