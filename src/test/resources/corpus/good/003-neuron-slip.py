# One neuron whose slope picks up an x that an earlier lesson left behind.
import numpy as np

x = 3.0


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


X = np.array([0.5, 0.8])
target = np.array([1])
W = np.array([0.2, 0.4])

z = W.dot(X)
out = sigmoid(z)
loss = 0.5 * (target - out) ** 2

delta = (out - target) * out * (1 - out)
grad_W = delta * x
W -= 0.1 * grad_W  # claim: wrong
print(W)
print(loss)
