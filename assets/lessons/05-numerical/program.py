import numpy as np

def f(x):
    return x ** 2

x = 3.0
h = 1e-5
y = f(x)

print((f(x + h) - f(x)) / h)
print((f(x + h) - f(x - h)) / (2 * h))
