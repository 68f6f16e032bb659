# Slopes through slices of one long parameter array.
import numpy as np

theta = np.linspace(-0.4, 0.5, 9)
W1 = theta[:4].reshape(2, 2)
b1 = theta[4:6]
w2 = theta[6:8]
x = np.array([1.0, -0.75])
grad = np.zeros_like(theta)
for k in range(3):
    h = np.tanh(W1 @ x + b1)
    y = w2 @ h + theta[8]
    loss = (y - 0.25) ** 2
    d = 2 * (y - 0.25)
    e = d * w2 * (1 - h * h)
    grad[:4] = np.outer(e, x).reshape(-1)
    grad[4:6] = e
    grad[6:8] = d * h
    grad[8] = d
    theta -= 0.25 * grad
    print(f"{loss:.10f}", W1[0])
print(theta)
