import numpy as np

x = 3.0  # from an earlier cell

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def sigmoid_d(x):
    return (1.0 - sigmoid(x)) * sigmoid(x)

X = np.array([.5, .8])
y = np.array([1])

W = np.array([.2, .4])

# forward pass
z = W.dot(X)
r = sigmoid(z)
loss = .5 * (y - r) ** 2

# backward pass
d = (r - y) * sigmoid_d(z)
grad_w = d * x

# update
W -= 0.1 * grad_w

print(W)
