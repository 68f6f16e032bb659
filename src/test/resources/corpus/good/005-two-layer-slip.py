# Two ReLU layers whose printed loss reads the answer of an older neuron.
# Held against that loss, the slopes below belong to something else.
import numpy as np


def relu(v):
    return np.maximum(0, v)


def relu_slope(v):
    return np.where(v > 0, 1, 0)


X = np.array([0.5, 0.8])
target = np.array([1])

W = np.array([0.2, 0.4])
r = 1 / (1 + np.exp(-W.dot(X)))

W1 = np.array([[0.2, 0.4], [0.1, 0.3]])
b1 = np.array([0.1, 0.2])
W2 = np.array([[0.5], [0.6]])
b2 = np.array([0.3])

z1 = W1.dot(X) + b1
r1 = relu(z1)
z2 = r1.dot(W2) + b2
r2 = relu(z2)
loss = 0.5 * (target - r) ** 2
print(loss)

d2 = (r2 - target) * relu_slope(z2)
g2 = np.outer(r1, d2)
d1 = W2.dot(d2) * relu_slope(z1)
g1 = np.outer(d1, X)

rate = 0.01
W2 -= rate * g2  # claim: wrong
W1 -= rate * g1  # claim: wrong
print(W2)
print(W1)
