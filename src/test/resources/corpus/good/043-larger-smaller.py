# Elementwise larger and smaller, away from ties.
import numpy as np

a = np.array([1.0, -2.0, 3.0, 0.5])
b = np.array([0.5, 2.0, 2.5, 4.0])
high = np.maximum(a, b)
low = np.minimum(a, b)
capped = np.minimum(high, 3.5)
loss = np.sum(capped * low) + np.maximum(a[0], 0.25)
print(high, low, capped)
print(loss)
print(np.maximum(a, 0), np.minimum(-1, b))
