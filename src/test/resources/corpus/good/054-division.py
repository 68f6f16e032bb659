# Quotients both ways, and a cosine between two arrays.
import numpy as np

a = np.array([1.0, 2.0, 2.0])
b = np.array([2.0, -1.0, 4.0])
cosine = a @ b / np.sqrt(np.sum(a * a)) / np.sqrt(np.sum(b * b))
ratio = a / b
inverse = 1 / a
share = a / a.sum()
loss = cosine + ratio.sum() - (inverse * share).sum() / 4
print(f"{cosine:.10f}")
print(ratio, inverse, share)
print(f"{loss:.10f}")
