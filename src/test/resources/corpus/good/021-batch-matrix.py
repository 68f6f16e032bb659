# Four examples as the rows of one matrix.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


X = np.array([[0.0, 1.0], [1.0, 0.5], [0.5, 0.5], [1.0, 1.0]])
T = np.array([[0.0], [1.0], [0.0], [1.0]])
W = np.array([[0.3], [-0.2]])
b = np.array([[0.1]])
rate = 0.5
for epoch in range(5):
    Z = X @ W + b
    R = sigmoid(Z)
    loss = np.mean((R - T) ** 2)
    D = 2 * (R - T) / T.size * R * (1 - R)
    gW = X.T @ D
    gb = np.sum(D, axis=0, keepdims=True)
    W -= rate * gW
    b -= rate * gb
    print(epoch, f"{loss:.10f}")
print(W, b, sep="\n")
print(R.T)
