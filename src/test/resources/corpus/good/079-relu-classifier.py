# A ReLU layer and softmax on points around a ring.
import numpy as np

np.random.seed(4)
angles = np.linspace(0, 2 * np.pi, 13)[:-1]
X = np.transpose(np.array([np.cos(angles), np.sin(angles)]))
labels = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
T = np.array([[1.0 if k == c else 0.0 for c in range(3)] for k in labels])
W1 = np.random.randn(2, 8)
b1 = np.zeros(8)
W2 = np.random.randn(8, 3) * 0.5
b2 = np.zeros(3)
for epoch in range(60):
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    S = S - np.max(S, axis=1, keepdims=True)
    P = np.exp(S) / np.sum(np.exp(S), axis=1, keepdims=True)
    loss = -np.mean(np.sum(T * np.log(P), axis=1))

    D = (P - T) / 12
    gW2 = H.T @ D
    gb2 = D.sum(axis=0)
    E = D @ W2.T * (Z > 0)
    gW1 = X.T @ E
    gb1 = E.sum(axis=0)
    for p, g in zip([W1, b1, W2, b2], [gW1, gb1, gW2, gb2]):
        p -= 0.5 * g
    if epoch % 20 == 0:
        print(f"{epoch:>2} {loss:.6f}")
right = np.argmax(P, axis=1) == np.array(labels)
print(right.sum(), "of", right.size)
