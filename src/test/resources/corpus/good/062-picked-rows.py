# A table of vectors; each word picks its row.
import numpy as np

np.random.seed(11)
table = np.random.rand(4, 2)
words = [2, 0, 2, 3]
out = np.array([1.0, -1.0])
score = 0.0
for k in words:
    score = score + table[k] @ out
loss = (score - 1.0) ** 2

g = np.zeros_like(table)
for k in words:
    g[k] += 2 * (score - 1.0) * out
table -= 0.05 * g
print(g)
print(table)
