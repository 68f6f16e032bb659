# Setting entries, rows, columns and slices, read and written at once.
import numpy as np

a = np.zeros(6)
a[0] = 1
a[-1] = 2
a[1:3] = [5.0, 6.0]
a[3:5] = 9
a[::2] += 0.5
print(a)
m = np.zeros((3, 3))
m[0, 0] = 1
m[1] = 2
m[:, 2] = np.array([7.0, 8.0, 9.0])
m[2, :2] = m[0, 1:]
m[1][1] = -4
m[-1, -1] *= 10
m[0] -= m[1]
print(m)
n = np.array([1, 2, 3])
n[0] = 7
n[1] += 5
n[2] //= 2
print(n, n * 0.5)
n *= 3
n -= 1
print(n)
b = np.arange(5)
b[1:] = b[:-1]
print(b)
c = np.arange(5)
c[:-1] += c[1:]
print(c)
t = [[1, 2], [3, 4]]
t[0][1] = t[1]
t[1][0] += 10
print(t)
p, q = np.array([3.0, 4.0])
p += q
print(p, q)
