# Mean distance of squashed values from their targets.
import numpy as np

w = np.array([0.3, -1.1, 2.0])
t = np.array([0.5, -0.5, 0.5])
gap = np.tanh(w) - t
loss = np.mean(np.abs(gap))
sign = np.where(gap > 0, 1, -1)
g = sign * (1 - np.tanh(w) ** 2) / 3
w -= 0.1 * g
print(gap)
print(w, f"{loss:.10f}")
