# A straight loss far away, a round one near by.
import numpy as np

xs = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
ys = np.array([0.1, 1.2, 1.9, 9.0, 4.1])
w = 0.5
b = 0.0
for epoch in range(120):
    r = w * xs + b - ys
    loss = np.sum(np.where(np.abs(r) <= 1.0, 0.5 * r * r, np.abs(r) - 0.5))
    d = np.clip(r, -1.0, 1.0)
    gw = np.sum(d * xs)
    gb = np.sum(d)
    w -= 0.02 * gw
    b -= 0.02 * gb
print(f"{w:.6f} {b:.6f} {loss:.6f}")
