# Batches of two by slices, in a fixed order.
import numpy as np

X = np.array([[0.0], [0.2], [0.4], [0.6], [0.8], [1.0]])
Y = 3 * X - 1
w = np.array([[0.0]])
b = np.array([0.0])
size = 2
for epoch in range(50):
    for start in range(0, len(X), size):
        xb = X[start:start + size]
        yb = Y[start:start + size]
        e = xb @ w + b - yb
        loss = np.mean(e ** 2)
        gw = 2 * xb.T @ e / size
        gb = 2 * e.mean(axis=0)
        w -= 0.2 * gw
        b -= 0.2 * gb
print(w, b, f"{loss:.8f}")
