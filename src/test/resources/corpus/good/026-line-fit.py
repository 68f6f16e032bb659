# A line through five points, two scalars learning.
import numpy as np

xs = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
ys = np.array([1.1, 2.9, 5.2, 7.1, 8.8])
w, b = 0.0, 0.0
n = len(xs)
for epoch in range(200):
    error = w * xs + b - ys
    J = np.sum(error ** 2) / n
    dw = 2 / n * np.sum(error * xs)
    db = 2 / n * np.sum(error)
    w -= 0.05 * dw
    b -= 0.05 * db
    if epoch < 3 or epoch == 199:
        print(f"{epoch + 1}: J = {J:.8f}, line = {w:.8f}x + {b:.8f}")
