# Heavy ball in a narrow valley: the speed is carried along.
import numpy as np

scale = np.array([1.0, 30.0])
p = np.array([5.0, 1.0])
v = np.zeros_like(p)
for k in range(50):
    loss = 0.5 * np.sum(scale * p * p)
    g = scale * p
    v = 0.8 * v - 0.03 * g
    p += v
    if k % 10 == 0:
        print(k, p, f"{loss:.8f}")
print(p, v)
