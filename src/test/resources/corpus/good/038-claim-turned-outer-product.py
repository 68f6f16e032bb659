# A square matrix hides an outer product with its sides swapped.
import numpy as np

x = np.array([0.5, -1.0])
t = np.array([1.0, 0.0])
W = np.array([[0.1, 0.2], [0.3, 0.4]])
b = np.array([0.05, -0.05])
y = W @ x + b
loss = np.sum((y - t) ** 2)
d = 2 * (y - t)
W -= 0.1 * np.outer(x, d)  # claim: wrong
b -= 0.1 * d
print(W)
print(b)
