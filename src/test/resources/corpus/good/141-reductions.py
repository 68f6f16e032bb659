# Sums, means and extremes along each side.
import numpy as np

m = np.array([[1.0, -2.0, 4.0], [0.5, 3.0, -1.0]])
n = np.array([[3, 1, 2], [9, 7, 8]])
print(m.sum(), m.sum(axis=0), m.sum(axis=1), m.sum(axis=-1), np.sum(m, axis=0, keepdims=True))
print(m.mean(), m.mean(axis=0), np.mean(m, axis=1, keepdims=True), sep="\n")
print(m.max(), m.max(axis=0), m.min(axis=1), np.min(m), np.max(m, axis=1, keepdims=True).shape)
print(n.sum(), n.sum(axis=0), n.mean(axis=1), n.max(axis=0), n.min(), n.mean())
print(n.argmax(), n.argmax(axis=0), np.argmax(n, axis=1), np.argmax(m), np.argmax([3, 9, 9]))
print(sum([1.5, 2.5]), sum(m[0]), sum(n[0]), max(m[0]), min(n[1]), len(m), abs(m[0]))
print(np.sum(m * 2, axis=1), np.sum([[1, 2], [3, 4]], axis=0), np.mean([1, 2, 4, 5]), m.T.sum(axis=1))
print(m.sum(axis=0).sum() == m.sum(), m.sum(keepdims=True), np.arange(20).reshape(4, 5).sum(axis=0))
print(np.sum(np.arange(100)), np.mean(np.arange(9) * 0.25), np.ones((30, 30)).sum(), np.sum([]))
