# Mean and spread found by climbing the likelihood.
import numpy as np

data = np.array([1.2, 0.7, 2.9, 1.8, 2.2, 1.4])
mu = 0.0
s = 0.5
for k in range(25):
    z = (data - mu) / np.exp(s)
    loss = np.mean(0.5 * z * z + s + 0.5 * np.log(2 * np.pi))
    d_mu = -np.mean(z) / np.exp(s)
    d_s = np.mean(1 - z * z)
    mu -= 0.2 * d_mu
    s -= 0.2 * d_s
print(f"{mu:.8f} {np.exp(s):.8f} {loss:.8f}")
print(f"{data.mean():.8f} {np.sqrt(np.mean((data - data.mean()) ** 2)):.8f}")
