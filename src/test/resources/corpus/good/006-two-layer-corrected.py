# Two ReLU layers, the loss of their own answer, and biases that learn too.
import numpy as np


def relu(v):
    return np.maximum(0, v)


def relu_slope(v):
    return np.where(v > 0, 1, 0)


X = np.array([0.5, 0.8])
target = np.array([1])

W1 = np.array([[0.2, 0.4], [0.1, 0.3]])
b1 = np.array([0.1, 0.2])
W2 = np.array([[0.5], [0.6]])
b2 = np.array([0.3])

z1 = W1.dot(X) + b1
r1 = relu(z1)
z2 = r1.dot(W2) + b2
r2 = relu(z2)
loss = 0.5 * (target - r2) ** 2
print(z1, r1)
print(z2, r2)
print(loss)

d2 = (r2 - target) * relu_slope(z2)
g2 = np.outer(r1, d2)
d1 = W2.dot(d2) * relu_slope(z1)
g1 = np.outer(d1, X)

rate = 0.01
W2 -= rate * g2
b2 -= rate * d2
W1 -= rate * g1
b1 -= rate * d1
print(W2)
print(b2)
print(W1)
print(b1)
