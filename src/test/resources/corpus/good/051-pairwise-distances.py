# All distances between two groups of points on a line.
import numpy as np

a = np.array([0.0, 1.5, 4.0])
b = np.array([1.0, 3.0])
gaps = a[:, None] - b
K = np.exp(-gaps ** 2 / 2)
L = -np.log(K.sum(axis=0)).sum()
print(gaps)
print(K)
print((a[:, np.newaxis] * b[None, :]).shape, f"{L:.10f}")
share = K / K.sum(axis=0, keepdims=True)
da = (share * gaps).sum(axis=1)
a -= 0.2 * da
print(a)
