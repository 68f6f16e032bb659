import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

x = np.array([.05, .10])
t = np.array([.01, .99])

W1 = np.array([[.15, .20], [.25, .30]])
b1 = .35
W2 = np.array([[.40, .45], [.50, .55]])
b2 = .60
learning_rate = .5

# forward pass
z1 = W1.dot(x) + b1
h = sigmoid(z1)
z2 = W2.dot(h) + b2
o = sigmoid(z2)
loss = np.sum(.5 * (t - o) ** 2)

# backward pass
d_z2 = (o - t) * o * (1 - o)
d_z1 = W2.T.dot(d_z2) * h * (1 - h)

# update
W2 -= learning_rate * np.outer(d_z2, h)
W1 -= learning_rate * np.outer(d_z1, x)
b2 -= learning_rate * np.sum(d_z2)
b1 -= learning_rate * np.sum(d_z1)

# the loss after the update
h = sigmoid(W1.dot(x) + b1)
o = sigmoid(W2.dot(h) + b2)
after = np.sum(.5 * (t - o) ** 2)
print(f'{loss:.9f}')
print(f'{after:.10f}')
