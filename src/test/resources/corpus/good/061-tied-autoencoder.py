# One matrix squeezes and unfolds: both uses add up.
import numpy as np

X = np.array([[1.0, 0.5, -0.5], [0.8, 0.3, -0.2], [-1.0, -0.6, 0.4], [0.2, 0.1, -0.3]])
W = np.array([[0.3, -0.1], [0.2, 0.4], [-0.2, 0.1]])
for epoch in range(40):
    H = X @ W
    R = H @ W.T
    E = R - X
    loss = np.sum(E ** 2) / 4
    G = E / 2
    gW = G.T @ H + X.T @ (G @ W)
    W -= 0.1 * gW
    if epoch % 13 == 0:
        print(f"{epoch:02d} {loss:.10f}")
print(W)
