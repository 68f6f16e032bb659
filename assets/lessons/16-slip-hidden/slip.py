import numpy as np

def relu(x):
    return np.maximum(0, x)

x = np.array([1., -2.])
t = 1.0

W1 = np.array([[.5, .3], [.8, -.4]])
W2 = np.array([.7, -.5])
learning_rate = .1

# forward pass
z = W1.dot(x)
r = relu(z)
y = W2.dot(r)
loss = .5 * (y - t) ** 2

# backward pass
d_y = y - t
d_W2 = d_y * r
d_r = d_y * W2
d_z = d_r
d_W1 = np.outer(d_z, x)

# update
W2 -= learning_rate * d_W2
W1 -= learning_rate * d_W1

print(loss)
print(W1)
