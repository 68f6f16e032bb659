# Single results gathered into an array, and taken out again.
import numpy as np

p = 0.5
q = -1.5
v = np.array([p * q, p + q, p / q])
m = np.array([[p, q], [q * q, 1.0]])
w = m @ v[:2]
loss = w[0] * w[1] + v[2] ** 2
print(v)
print(m)
print(w)
print(f"{loss:.10f}")
