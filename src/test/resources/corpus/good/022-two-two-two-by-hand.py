# The textbook 2-2-2 network, one scalar at a time.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


i1, i2 = 0.05, 0.10
t1, t2 = 0.01, 0.99
w1, w2, w3, w4 = 0.15, 0.20, 0.25, 0.30
w5, w6, w7, w8 = 0.40, 0.45, 0.50, 0.55
b1, b2 = 0.35, 0.60
rate = 0.5


def run(w1, w2, w3, w4, w5, w6, w7, w8):
    h1 = sigmoid(w1 * i1 + w2 * i2 + b1)
    h2 = sigmoid(w3 * i1 + w4 * i2 + b1)
    o1 = sigmoid(w5 * h1 + w6 * h2 + b2)
    o2 = sigmoid(w7 * h1 + w8 * h2 + b2)
    return h1, h2, o1, o2


h1, h2, o1, o2 = run(w1, w2, w3, w4, w5, w6, w7, w8)
loss = 0.5 * (t1 - o1) ** 2 + 0.5 * (t2 - o2) ** 2
print(f"{o1:.9f} {o2:.9f}")
print(f"before: {loss:.9f}")

d1 = (o1 - t1) * o1 * (1 - o1)
d2 = (o2 - t2) * o2 * (1 - o2)
e1 = (d1 * w5 + d2 * w7) * h1 * (1 - h1)
e2 = (d1 * w6 + d2 * w8) * h2 * (1 - h2)
g5 = d1 * h1
g6 = d1 * h2
g7 = d2 * h1
g8 = d2 * h2
g1 = e1 * i1
g2 = e1 * i2
g3 = e2 * i1
g4 = e2 * i2
w5 -= rate * g5
w6 -= rate * g6
w7 -= rate * g7
w8 -= rate * g8
w1 -= rate * g1
w2 -= rate * g2
w3 -= rate * g3
w4 -= rate * g4
print(f"{w5:.9f} {w6:.9f} {w7:.9f} {w8:.9f}")
print(f"{w1:.9f} {w2:.9f} {w3:.9f} {w4:.9f}")

_, _, o1, o2 = run(w1, w2, w3, w4, w5, w6, w7, w8)
after = 0.5 * (t1 - o1) ** 2 + 0.5 * (t2 - o2) ** 2
print(f"after:  {after:.9f}")
