# Three classes in the plane, learnt as one matrix.
import numpy as np

X = np.array([[1.0, 0.2], [0.9, -0.3], [-0.5, 1.0],
              [-0.4, 0.8], [-0.6, -1.0], [-0.3, -0.9]])
labels = [0, 0, 1, 1, 2, 2]
T = np.zeros((6, 3))
for i, k in enumerate(labels):
    T[i, k] = 1

W = np.zeros((2, 3))
b = np.zeros(3)
for epoch in range(30):
    S = X @ W + b
    E = np.exp(S - S.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    loss = -np.sum(T * np.log(P)) / len(X)

    D = (P - T) / len(X)
    gW = X.T @ D
    gb = D.sum(axis=0)
    W -= 1.0 * gW
    b -= 1.0 * gb
    if epoch % 10 == 0:
        print(f"{epoch:>3} {loss:.8f}")
print(W)
print(b)
print(P.argmax(axis=1))
