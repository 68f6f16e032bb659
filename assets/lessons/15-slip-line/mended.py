import numpy as np

x = np.array([1., 2., 3.])
t = np.array([3., 5., 7.])

w = 1.0
b = 0.0
learning_rate = .02

for i in range(12):
    # forward pass
    y = w * x + b
    loss = np.mean((y - t) ** 2)
    print(f"{loss:.6f}")

    # backward pass
    d_y = 2 * (y - t) / 3
    d_w = np.sum(d_y * x)
    d_b = np.sum(d_y)

    # update
    w -= learning_rate * d_w
    b -= learning_rate * d_b
