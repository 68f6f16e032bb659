import numpy as np

x = np.array([1.0, 2.0])
w = np.array([0.5, 0.3])
b = 0.1
target = 1.0

y = np.tanh(np.dot(w, x) + b)
loss = (y - target) ** 2

print(loss)
