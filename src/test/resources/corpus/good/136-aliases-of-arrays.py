# One array under two names; floats are never shared.
import numpy as np

a = np.array([1.0, 2.0, 3.0])
b = a
b -= 1
print(a, b)
b = b - 1
print(a, b)
c = a.copy()
c *= 10
d = np.array(a)
d += 0.5
print(a, c, d)

x = 5.0
y = x
y -= 1
print(x, y)
first = a[0]
first += 100
print(first, a)


def shift(v, by=1.0):
    v += by
    return v


def shifted(v, by=1.0):
    v = v + by
    return v


r = shift(a)
s = shifted(a)
print(a, r, s, shift(x), x)
r[0] = -9.0
print(a[0], s[0])

pair = [a, a.copy()]
for p in pair:
    p /= 2
print(a, pair[1], r)
scaled = a
scaled = scaled * 0 + 7
keep = a
a = np.zeros(2)
print(keep, a, scaled)
