import numpy as np

# from the cell before
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

W = np.array([.2, .4])
z = W.dot(np.array([.5, .8]))
r = sigmoid(z)

# this cell
def relu(x):
    return np.maximum(0, x)

def relu_d(x):
    return np.where(x > 0, 1, 0)

X = np.array([.5, .8])
y = np.array([1])

W1 = np.array([[.2, .4], [.1, .3]])
b1 = np.array([.1, .2])
W2 = np.array([[.5], [.6]])
b2 = np.array([.3])

# forward pass
z1 = W1.dot(X) + b1
r1 = relu(z1)
z2 = r1.dot(W2) + b2
r2 = relu(z2)
loss = .5 * (y - r) ** 2

# backward pass
d2 = (r2 - 1) * relu_d(z2)
grad_W2 = np.outer(r1, d2)
d1 = W2.dot(d2) * relu_d(z1)
grad_W1 = np.outer(d1, X)

# update
learning_rate = .01
W2 -= learning_rate * grad_W2
W1 -= learning_rate * grad_W1

print(W2)
print(W1)
