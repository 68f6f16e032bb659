# Only examples inside the margin count.
import numpy as np

X = np.array([[2.0, 1.0], [1.0, -1.0], [-1.5, 0.5], [-0.2, 0.3], [0.1, 0.2]])
y = np.array([1, 1, -1, -1, 1])
w = np.array([0.4, -0.1])
for k in range(4):
    margin = y * (X @ w)
    short = margin < 1
    loss = np.sum(1 - margin[short]) + 0.5 * w @ w
    g = w - X.T @ (y * short)
    w -= 0.03125 * g
    print(short, margin[short].shape, f"{loss:.10f}")
print(w)
