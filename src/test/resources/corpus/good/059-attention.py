# Three tokens look at each other.
import numpy as np

np.random.seed(7)
X = np.random.randn(3, 4)
Q = X @ np.random.randn(4, 2)
K = X @ np.random.randn(4, 2)
V = X @ np.random.randn(4, 2)
S = Q @ K.T / np.sqrt(2)
E = np.exp(S - S.max(axis=1, keepdims=True))
A = E / E.sum(axis=1, keepdims=True)
O = A @ V
loss = (O ** 2).mean()
print(A)
print(O)
print(f"{loss:.8f}")
