# Masks: compared, counted, multiplied, and used to pick.
import numpy as np

z = np.array([-1.5, 0.0, 0.5, 2.0])
d = np.array([1.0, 2.0, -3.0, 4.0])
print(z > 0, z >= 0, z < d, z == 0, z != 0.5)
print(d * (z > 0), (z > 0) * 1, (z > 0) * (d > 0), 1 - (z > 0), (z > 0).sum(), (z > 0).mean())
print(d[z > 0], d[z < -9], z[z == z.max()], d[d > 0].sum())
print(np.where(z > 0, 1, 0), np.where(z > 0, 1.0, 0), np.where(z > 0, z, 0.1 * z), np.where(True, 1, 2))
m = np.array([[1, -2], [-3, 4]])
print(m > 0, m[m > 0], m * (m > 0), (m > 0) == (m.T > 0), sep="\n")
print(np.maximum(m, 0), np.minimum(m, 1), np.clip(m, -1, 2), np.abs(m), sep="\n")
print((m == m.T).sum() == m.size, np.max(m > 3), (z > 5).max(), np.array([1, 2]) == np.array([1.0, 2.5]))
relu = np.maximum(0, z)
print(relu, relu.sum() == z[z > 0].sum(), float(relu[2]) in [0.5], bool(z[3] > 1), 0.5 in [0.5])
if z[0] < 0 < z[3]:
    print("in between")
