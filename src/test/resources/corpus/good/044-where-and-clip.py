# Chosen branches and limits; each entry has one way back.
import numpy as np

x = np.array([-2.0, -0.4, 0.3, 1.7, 5.0])
bent = np.where(x < 0, x * 0.1, x ** 2)
limited = np.clip(x, -1, 2)
smooth = np.where(np.abs(x) < 1, 0.5 * x ** 2, np.abs(x) - 0.5)
loss = bent.sum() + 3 * limited.sum() + (smooth * x).sum()
print(bent)
print(limited)
print(smooth)
print(f"{loss:.10f}")
