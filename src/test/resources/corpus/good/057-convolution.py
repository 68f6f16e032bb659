# A filter of three slides over a signal, as slices.
import numpy as np

signal = np.array([0.0, 1.0, 0.5, -0.5, 2.0, 1.0, 0.0, -1.0])
wanted = np.array([0.5, 0.25, -0.5, 1.0, 0.0, -0.25])
w = np.array([0.1, 0.2, -0.1])
b = 0.0
for epoch in range(100):
    y = w[0] * signal[:-2] + w[1] * signal[1:-1] + w[2] * signal[2:] + b
    error = y - wanted
    loss = np.mean(error ** 2)
    d = 2 * error / 6
    gw = np.array([d @ signal[:-2], d @ signal[1:-1], d @ signal[2:]])
    gb = d.sum()
    w -= 0.1 * gw
    b -= 0.1 * gb
print(w, f"{b:.8f} {loss:.8f}")
print(y)
