# The loss is an average, one of the slopes is a sum.
import numpy as np

X = np.array([[1.0, 0.5], [0.25, -1.0], [-0.75, 2.0], [0.5, 0.5]])
y = np.array([1.0, -0.5, 1.5, 0.75])
w = np.array([0.2, 0.1])
b = 0.0
for k in range(5):
    e = X @ w + b - y
    loss = np.mean(e ** 2)
    gw = 2 * X.T @ e
    gb = 2 * e.mean()
    w -= 0.05 * gw  # claim: wrong
    b -= 0.05 * gb
print(w, f"{b:.10f} {loss:.10f}")
