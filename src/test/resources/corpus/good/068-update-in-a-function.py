# A function changes the arrays it is given, wherever they came from.
import numpy as np


def descend(params, grads, rate=0.1):
    for p, g in zip(params, grads):
        p -= rate * g


A = np.array([[1.0, 0.5], [-0.5, 2.0]])
c = np.array([1.0, -1.0])
x = np.array([0.5, 1.5])
for k in range(20):
    y = A @ x + c
    loss = 0.5 * y @ y
    descend([A, c], [np.outer(y, x), y], rate=0.05)
print(A)
print(c)
print(f"{loss:.10f}")
