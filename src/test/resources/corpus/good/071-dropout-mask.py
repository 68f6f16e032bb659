# Seeded masks switch hidden units off; the rest is scaled up.
import numpy as np

np.random.seed(5)
x = np.array([0.5, -1.0, 0.75])
W1 = np.random.randn(4, 3)
w2 = np.random.randn(4)
for k in range(3):
    mask = (np.random.rand(4) < 0.5) / 0.5
    h = np.tanh(W1 @ x) * mask
    y = w2.dot(h)
    loss = 0.5 * (y - 1.0) ** 2
    d = y - 1.0
    g2 = d * h
    g1 = np.outer(d * w2 * mask * (1 - np.tanh(W1 @ x) ** 2), x)
    w2 -= 0.1 * g2
    W1 -= 0.1 * g1
    print(mask, f"{loss:.8f}")
