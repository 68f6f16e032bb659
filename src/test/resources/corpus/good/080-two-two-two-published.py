# The 2-2-2 network's well-known second figure, 0.291027924, comes out only
# when the output weights move before the hidden slope has used them.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


x = np.array([0.05, 0.10])
t = np.array([0.01, 0.99])
W1 = np.array([[0.15, 0.20], [0.25, 0.30]])
W2 = np.array([[0.40, 0.45], [0.50, 0.55]])

h = sigmoid(W1 @ x + 0.35)
o = sigmoid(W2 @ h + 0.60)
loss = np.sum(0.5 * (t - o) ** 2)
print(f"{loss:.9f}")

d2 = (o - t) * o * (1 - o)
W2 -= 0.5 * np.outer(d2, h)
d1 = W2.T @ d2 * h * (1 - h)
W1 -= 0.5 * np.outer(d1, x)  # claim: wrong

h = sigmoid(W1 @ x + 0.35)
o = sigmoid(W2 @ h + 0.60)
print(f"{np.sum(0.5 * (t - o) ** 2):.9f}")
