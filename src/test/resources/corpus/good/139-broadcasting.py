# Which shapes go together, and what comes out.
import numpy as np

scalar = 2.0
v3 = np.array([1.0, 2.0, 3.0])
c2 = np.array([[10.0], [20.0]])
m = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
r1 = np.array([[0.5, 1.5, 2.5]])
one = np.array([4.0])
for x in [scalar, v3, c2, m, r1, one]:
    for y in [scalar, v3, c2, m, r1, one]:
        s = np.array(x + y)
        d = np.array(x - 2 * y)
        print(s.shape, np.sum(s * d), end=" ")
    print()
print(c2 + v3)
print(c2 * r1 - m)
print(m / m.sum(axis=1, keepdims=True) > 0.3)
print(m - m.mean(axis=0), (m * one).tolist())
print(v3.reshape(3, 1) + v3, v3[:, None] * np.array([1, 0]), sep="\n")
print(np.maximum(c2, v3 * 6), np.where(m > 2, m, c2), np.array(2.0) * np.array([1, 2]), sep="\n")
