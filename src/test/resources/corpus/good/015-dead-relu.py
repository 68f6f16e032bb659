# A bias so low that no example gets through: nothing moves, ever.
import numpy as np

xs = np.array([1.0, 2.0, 3.0])
ts = np.array([1.0, 2.0, 3.0])
w = 0.5
b = -5.0
for epoch in range(6):
    z = w * xs + b
    a = np.maximum(0, z)
    loss = np.mean((a - ts) ** 2)
    d = 2 * (a - ts) / len(xs) * (z > 0)
    gw = np.sum(d * xs)
    gb = np.sum(d)
    w -= 0.1 * gw
    b -= 0.1 * gb
print(z > 0)
print(w, b, loss)
