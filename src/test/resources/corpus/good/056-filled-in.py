# An array of zeros filled entry by entry with computed values.
import numpy as np

w = np.array([0.5, 1.5, -1.0])
x = np.array([2.0, -1.0, 0.5, 3.0, 1.0])
out = np.zeros(3)
for i in range(3):
    out[i] = w[0] * x[i] + w[1] * x[i + 1] + w[2] * x[i + 2]
grid = np.zeros((2, 3))
grid[0] = out
grid[1, 1:] = out[:2] * 2
grid[1, 0] += out[2]
loss = np.sum(grid * grid)
print(out)
print(grid)
print(loss)
