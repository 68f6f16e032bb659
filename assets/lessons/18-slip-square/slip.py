import numpy as np

x = np.array([1., .5])
t = np.array([.5, -.5])

W1 = np.array([[.2, .4], [-.3, .8]])
W2 = np.array([[.5, -.7], [.9, .1]])
learning_rate = .1

# forward pass
z = W1.dot(x)
h = np.tanh(z)
y = W2.dot(h)
loss = .5 * np.sum((y - t) ** 2)

# backward pass
d_y = y - t
d_W2 = np.outer(d_y, h)
d_h = W2.dot(d_y)
d_z = d_h * (1 - h ** 2)
d_W1 = np.outer(d_z, x)

# update
W2 -= learning_rate * d_W2
W1 -= learning_rate * d_W1

print(loss)
print(W1)
