# A parabola fitted through a matrix of powers.
import numpy as np

xs = [-1.0, -0.5, 0.0, 0.5, 1.0]
X = np.array([[v ** k for k in range(3)] for v in xs])
y = np.array([2.0, 0.9, 0.5, 1.25, 3.1])
w = np.zeros(3)
for step in range(40):
    r = X @ w - y
    cost = r @ r / (2 * len(y))
    w = w - 0.4 * (X.T @ r / len(y))
print(X)
print(w)
print(f"{cost:.8f}")
