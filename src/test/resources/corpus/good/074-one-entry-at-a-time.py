# Updates written for single entries.
import numpy as np

w = np.array([2.0, -1.0])
for k in range(5):
    loss = w[0] ** 2 + 3 * w[1] ** 2 + w[0] * w[1]
    g0 = 2 * w[0] + w[1]
    g1 = 6 * w[1] + w[0]
    w[0] -= 0.125 * g0
    w[1] -= 0.125 * g1
    print(w, loss)
