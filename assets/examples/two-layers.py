import numpy as np

x = np.array([1.0, -2.0])
W1 = np.array([[0.3, -0.1, 0.5], [0.2, 0.4, -0.6]])
b1 = np.array([0.0, 0.1, 0.0])
W2 = np.array([0.7, -0.2, 0.4])
y = 0.5

h = np.tanh(x.dot(W1) + b1)
p = h.dot(W2)
loss = 0.5 * (p - y) ** 2

print(loss)
