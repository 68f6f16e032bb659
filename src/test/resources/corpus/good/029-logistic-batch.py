# Logistic regression on six examples at once.
import numpy as np

X = np.array([[0.5, 1.2], [1.0, 0.8], [1.5, 1.9],
              [3.0, 2.5], [3.2, 3.1], [2.8, 3.6]])
t = np.array([0, 0, 0, 1, 1, 1])
w = np.zeros(2)
b = 0.0
for epoch in range(100):
    p = 1.0 / (1.0 + np.exp(-(X.dot(w) + b)))
    loss = -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))
    d = (p - t) / len(t)
    gw = d.dot(X)
    gb = d.sum()
    w -= 0.3 * gw
    b -= 0.3 * gb
    if (epoch + 1) % 25 == 0:
        print(f"{epoch + 1:>3}: {loss:.8f}")
print(w, f"{b:.8f}")
print((p > 0.5) == (t == 1))
