# The textbook 2-2-2 network with matrices and shared scalar biases.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


x = np.array([0.05, 0.10])
t = np.array([0.01, 0.99])
W1 = np.array([[0.15, 0.20], [0.25, 0.30]])
W2 = np.array([[0.40, 0.45], [0.50, 0.55]])
b1, b2 = 0.35, 0.60
rate = 0.5


def forward():
    hidden = sigmoid(W1 @ x + b1)
    return hidden, sigmoid(W2 @ hidden + b2)


h, o = forward()
loss = np.sum(0.5 * (t - o) ** 2)
print(f"{loss:.9f}")

delta = (o - t) * o * (1 - o)
g2 = np.outer(delta, h)
back = W2.T @ delta * h * (1 - h)
g1 = np.outer(back, x)
W2 -= rate * g2
W1 -= rate * g1
print(W2)
print(W1)

h, o = forward()
print(f"{np.sum(0.5 * (t - o) ** 2):.9f}")
