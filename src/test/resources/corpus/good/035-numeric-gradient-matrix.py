# Every entry of a matrix is nudged, each in a fresh copy.
import numpy as np


def value(W):
    return np.sum(np.tanh(W @ np.array([1.0, -2.0])))


W = np.array([[0.1, 0.2], [-0.3, 0.4], [0.05, -0.15]])
L = value(W)
h = 1e-5
rows, cols = W.shape
N = np.zeros((rows, cols))
for i in range(rows):
    for j in range(cols):
        up, down = W.copy(), W.copy()
        up[i, j] += h
        down[i, j] -= h
        N[i, j] = (value(up) - value(down)) / (2 * h)

exact = np.outer(1 - np.tanh(W @ np.array([1.0, -2.0])) ** 2, np.array([1.0, -2.0]))
print(f"{L:.10f}")
print(exact)
print(np.abs(N - exact).max() < 1e-8)
