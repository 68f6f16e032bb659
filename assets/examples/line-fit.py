import numpy as np

x = np.array([0.0, 1.0, 2.0, 3.0])
y = np.array([1.0, 2.9, 5.1, 7.0])
a = 0.0
b = 0.0
rate = 0.05

for step in range(30):
    error = a * x + b - y
    loss = np.mean(error ** 2)
    d_a = 2 * np.mean(error * x)
    d_b = 2 * np.mean(error)
    a -= rate * d_a
    b -= rate * d_b

print(a, b, loss)
