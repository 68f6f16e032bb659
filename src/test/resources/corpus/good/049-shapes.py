# Turning, folding and flattening keep every entry's way back.
import numpy as np

w = np.arange(6) * 0.5 + 0.25
A = w.reshape(2, 3)
B = A.T
C = w.reshape((3, 2)) * B
D = C.reshape(-1)
E = np.transpose(C).flatten()
F = w.reshape(-1, 2)
loss = np.sum(D * E) + np.sum(F * C) + (w.reshape(6, 1) * w).sum()
print(A.shape, B.shape, D.shape, F.shape, w.reshape(6, 1).ndim)
print(C)
print(D, E)
print(loss)
