# The 2-2-2 network for 200 rounds, biases learning as well.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


x = np.array([0.05, 0.10])
t = np.array([0.01, 0.99])
W1 = np.array([[0.15, 0.20], [0.25, 0.30]])
W2 = np.array([[0.40, 0.45], [0.50, 0.55]])
b1 = np.array([0.35, 0.35])
b2 = np.array([0.60, 0.60])

for epoch in range(200):
    h = sigmoid(W1.dot(x) + b1)
    o = sigmoid(W2.dot(h) + b2)
    cost = 0.5 * ((t - o) ** 2).sum()

    d2 = (o - t) * o * (1 - o)
    d1 = W2.T.dot(d2) * h * (1 - h)
    grads = [np.outer(d1, x), d1, np.outer(d2, h), d2]
    for p, g in zip([W1, b1, W2, b2], grads):
        p -= 0.5 * g
    if epoch in [0, 9, 99, 199]:
        print(f"{epoch + 1:>4}  {cost:.10f}")
print(o)
