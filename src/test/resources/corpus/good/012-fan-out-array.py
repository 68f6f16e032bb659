# The same array twice in one product, once turned over.
import numpy as np

A = np.array([[1.0, 2.0], [3.0, 4.0]])
for k in range(3):
    B = A @ A.T + A
    loss = B.sum()
    ones = np.ones((2, 2))
    grad = ones @ A + ones.T @ A + ones
    print(loss)
    A -= 0.0625 * grad
print(A)
