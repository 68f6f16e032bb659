# A gradient measured entry by entry.
import numpy as np


def f(v):
    return np.sum(v ** 3) + v[0] * v[1]


w = np.array([0.5, -1.0, 2.0])
loss = f(w)
h = 1e-4
measured = np.zeros_like(w)
for i in range(w.size):
    kept = w[i]
    w[i] = kept + h
    up = f(w)
    w[i] = kept - h
    down = f(w)
    w[i] = kept
    measured[i] = (up - down) / (2 * h)

exact = 3 * w ** 2
exact[0] += w[1]
exact[1] += w[0]
print(f"{measured[0]:.5f} {measured[1]:.5f} {measured[2]:.5f}")
print(exact)
print(np.max(np.abs(measured - exact)) < 1e-6)
