# XOR needs a hidden layer.
import numpy as np

np.random.seed(1)
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
T = np.array([[0.0], [1.0], [1.0], [0.0]])
W1 = np.random.randn(2, 3)
b1 = np.zeros((1, 3))
W2 = np.random.randn(3, 1)
b2 = np.zeros((1, 1))
rate = 1.0

for epoch in range(600):
    H = np.tanh(X @ W1 + b1)
    Y = 1 / (1 + np.exp(-(H @ W2 + b2)))
    loss = -np.mean(T * np.log(Y) + (1 - T) * np.log(1 - Y))

    D2 = (Y - T) / 4
    gW2 = H.T @ D2
    gb2 = D2.sum(axis=0, keepdims=True)
    D1 = D2 @ W2.T * (1 - H ** 2)
    gW1 = X.T @ D1
    gb1 = D1.sum(axis=0, keepdims=True)

    W1 -= rate * gW1
    b1 -= rate * gb1
    W2 -= rate * gW2
    b2 -= rate * gb2
    if epoch % 100 == 0:
        print(f"{epoch:4d} {loss:.6f}")

print(np.where(Y > 0.5, 1, 0).flatten().tolist())
