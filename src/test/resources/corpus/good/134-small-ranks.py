# Arrays of rank nought, empty arrays, and single entries.
import numpy as np

a = np.array(3.5)
print(a, a.shape, a.ndim, a.size, a + 1, a * a, a.item(), float(a))
b = np.array([])
print(b, b.shape, b.ndim, b.size, b.sum(), len(b), b.tolist())
print(np.zeros((0, 3)), np.zeros((0, 3)).shape, np.zeros((2, 0)).size, np.ones(0) + 1)
c = np.array([[7]])
print(c, c[0], c[0, 0], c.item(), c.shape, c.flatten(), int(c[0, 0]))
d = np.array([1.0, 2.0, 3.0])
print(d[1], d[1:2], d[3:], d.sum(), d.reshape(1, 3).shape, d.reshape(3, 1).ndim)
print(np.sum(5.0), np.max(np.array(2)), np.array(True), np.array(-1), np.array(1e-9))
if np.array([1]) and np.array(2.0) and not np.array([0.0]):
    print("single entries have a truth")
for v in d[:0]:
    print("never")
