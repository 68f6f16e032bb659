# The output weights move before the hidden slope has used them.
import numpy as np

x = np.array([1.0, -0.5])
t = 0.75
W1 = np.array([[0.4, -0.2], [0.3, 0.6]])
w2 = np.array([0.5, -0.7])
for k in range(3):
    h = np.tanh(W1 @ x)
    y = w2 @ h
    loss = 0.5 * (y - t) ** 2
    d = y - t
    g2 = d * h
    w2 -= 0.3 * g2
    g1 = np.outer(d * w2 * (1 - h ** 2), x)
    W1 -= 0.3 * g1  # claim: wrong
print(w2)
print(W1)
