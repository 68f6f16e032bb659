# Which kind of number comes out.
import numpy as np

print(1 + 1, 1 + 1.0, 2 * 3, 2 * 3.0, 6 / 2, 6 // 2, 6.0 // 2, 7 % 2.0, 2 ** 2, 2 ** 2.0, -3, +3.0)
a = np.array([1, 2, 3])
b = np.array([1.0, 2, 3])
print(a + 1, a + 1.0, a * 2, a / 2, a // 2, a % 2, a ** 2, -a, a * 0.5, a * True)
print(b + 1, b // 2, b % 2, b ** 2, b * a, a - b, 1 - a, 2 / a, 2 ** a, 7 // a, 7 % a)
print(a.sum(), b.sum(), a.mean(), a.max(), b.min(), a[0], b[0], a[0] + 1, a[0] / 2, a[1] * 1.5)
print(np.array([-7, 7, -8]) // 3, np.array([-7, 7, -8]) % 3, np.array([-7.5, 7.5]) // 2, np.array([-7.5, 7.5]) % 2)
print(np.sqrt(4), np.abs(-3), np.abs(-3.0), np.maximum(1, 2), np.square(3), np.power(2, 3), np.power(2.0, 3))
print(np.sum([1, 2]), np.mean([1, 2]), np.max([1, 5, 2]), np.sum(7), float(a[1]), int(b[2]), len(a))
print(np.array([1, 2.5]), np.array([True, 2]), np.array([True, False]) + 0, np.array([True, False]) * 1.5)
print(a[0] == 1, a[0] == b[0], a.dot(a), a @ b, a.T, (a > 1) + (a > 2) * 1)
