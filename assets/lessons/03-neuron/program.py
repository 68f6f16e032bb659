import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def sigmoid_d(x):
    return sigmoid(x) * (1 - sigmoid(x))

X = np.array([.5, .8])
y = np.array([1])

W = np.array([.2, .4])

# forward pass
z = W.dot(X)
r = sigmoid(z)
loss = .5 * (y - r) ** 2

# backward pass
d = (r - y) * sigmoid_d(z)
grad_W = d * X

# update
learning_rate = .1
W -= learning_rate * grad_W

print(loss)
print(W)
