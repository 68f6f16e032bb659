# The path of two parameters as an array, kept with copies.
import numpy as np

p = np.array([4.0, -1.5])
curvature = np.array([1.0, 12.0])
path = [p.copy()]
for step in range(8):
    loss = 0.5 * np.sum(curvature * p ** 2)
    grad = curvature * p
    p -= 0.15 * grad
    path.append(p.copy())

for i, point in enumerate(path):
    print(i, point)
print(path[0][0], path[0][1], len(path))
