# Sine and cosine, alone and inside each other.
import numpy as np

angles = np.array([0.1, 1.2, -2.3, np.pi / 5])
waves = np.sin(angles) * np.cos(2 * angles)
L = np.sum(np.sin(waves + np.cos(angles)))
inner = -np.sin(angles) + np.cos(angles) * np.cos(2 * angles) - 2 * np.sin(angles) * np.sin(2 * angles)
print(waves)
print(f"{L:.10f}")
print(np.cos(waves + np.cos(angles)) * inner)
