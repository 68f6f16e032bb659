# A penalty on large weights pulls them in.
import numpy as np

X = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 3.5]])
y = np.array([3.0, 3.0, 6.5])
for strength in [0.0, 0.1, 1.0]:
    w = np.array([1.5, -0.5])
    for epoch in range(80):
        r = X @ w - y
        loss = np.mean(r ** 2) + strength * np.sum(w ** 2)
        g = 2 * X.T @ r / len(y) + 2 * strength * w
        w -= 0.04 * g
    print(f"{strength}: {w} loss {loss:.8f}")
