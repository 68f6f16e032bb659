# Rows shifted and scaled by their own mean and spread.
import numpy as np

X = np.array([[1.0, 2.0, 4.0], [-1.0, 0.5, 3.0]])
gain = np.array([1.0, 0.9, 1.1])
shift = np.array([0.0, 0.1, -0.1])
mu = X.mean(axis=1, keepdims=True)
var = ((X - mu) ** 2).mean(axis=1, keepdims=True)
N = (X - mu) / np.sqrt(var + 1e-5)
Y = gain * N + shift
loss = np.sum(Y * np.array([[1.0, -2.0, 0.5], [0.3, 0.2, 0.1]]))
dY = np.array([[1.0, -2.0, 0.5], [0.3, 0.2, 0.1]])
d_gain = np.sum(dY * N, axis=0)
d_shift = dY.sum(axis=0)
gain -= 0.1 * d_gain
shift -= 0.1 * d_shift
print(mu, mu.shape)
print(N)
print(gain, shift)
print(f"{loss:.10f}")
