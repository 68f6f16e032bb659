# A small slope below zero brings a unit back.
import numpy as np


def leaky(v, leak=0.125):
    return np.where(v > 0, v, leak * v)


xs = np.array([1.0, 2.0, 3.0])
ts = np.array([1.0, 2.0, 3.0])
w = 0.5
b = -5.0
for epoch in range(40):
    z = w * xs + b
    loss = np.mean((leaky(z) - ts) ** 2)
    d = 2 * (leaky(z) - ts) / 3 * np.where(z > 0, 1.0, 0.125)
    gw = (d * xs).sum()
    gb = d.sum()
    w -= 0.05 * gw
    b -= 0.05 * gb
    if epoch % 10 == 9:
        print(f"{epoch + 1}: w {w:.6f}, b {b:.6f}, loss {loss:.6f}")
