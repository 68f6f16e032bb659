import numpy as np

x = 1.5
t = 0.8

w1 = 0.4
w2 = -0.6
learning_rate = .5

# forward pass
h = np.tanh(w1 * x)
y = w2 * h
loss = .5 * (y - t) ** 2

# backward pass and update, layer by layer
d_y = y - t
d_h = d_y * w2
w2 -= learning_rate * d_y * h

d_w1 = d_h * (1 - h ** 2) * x
w1 -= learning_rate * d_w1

print(f"{loss:.6f} {w1:.6f} {w2:.6f}")
