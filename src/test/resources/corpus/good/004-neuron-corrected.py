# The same neuron with the right input in its slope.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


def sigmoid_slope(v):
    s = sigmoid(v)
    return s * (1.0 - s)


X = np.array([0.5, 0.8])
target = np.array([1])
W = np.array([0.2, 0.4])

z = W.dot(X)
out = sigmoid(z)
loss = 0.5 * (target - out) ** 2

grad_W = (out - target) * sigmoid_slope(z) * X
W -= 0.1 * grad_W
print(f"z = {z:.10f}, out = {out:.10f}")
print(grad_W)
print(W)
