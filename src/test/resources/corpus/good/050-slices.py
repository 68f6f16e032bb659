# Parts of arrays, forwards, backwards and in strides.
import numpy as np

w = np.array([0.5, -1.0, 1.5, 2.0, -2.5, 3.0])
A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
loss = (np.sum(w[1:4] * w[::2]) + w[-1] * w[0] + np.sum(w[::-1] * w)
        + A[1, 2] * A[-1][0] + A[:, 0].sum() * A[0].sum()
        + np.sum(A[1:, :2] * A[:2, 1:]) + np.sum(A[::2, ::-1] * A[0]))
print(w[1:4], w[::2], w[::-1], w[-2:], w[:-4], w[4:1:-1])
print(A[:, 0], A[0], A[-1, -1])
print(A[1:, :2])
print(A[::2, ::-1])
print(loss)
