# Powers with a fixed, a negative, a broken and a learnt exponent.
import numpy as np

x = np.array([0.5, 1.5, 2.5])
p = 1.25
a = x ** 3
b = x ** -1
c = x ** 0.5
d = x ** p
e = 2.0 ** x
f = np.power(x, 2.5) + np.square(x)
loss = np.mean(a + b + c + d + e + f)
print(a)
print(b)
print(c)
print(d)
print(e)
print(f)
print(f"{loss:.10f}")
