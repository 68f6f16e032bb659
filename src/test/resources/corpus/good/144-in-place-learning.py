# W -= ... changes every name of W; W = W - ... makes a new one.
import numpy as np

W = np.array([1.0, -2.0])
V = np.array([1.0, -2.0])
kept_W = W
kept_V = V
history = []
for k in range(3):
    loss = np.sum(W ** 2) + 0.5 * np.sum(V ** 2)
    gW = 2 * W
    gV = V
    W -= 0.25 * gW
    V = V - 0.25 * gV
    history.append(W)
print(W, kept_W, history[0])
print(V, kept_V)
print(loss, len(history))
