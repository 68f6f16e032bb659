import numpy as np

def relu(x):
    return np.maximum(0, x)

def relu_d(x):
    return np.where(x > 0, 1, 0)

X = np.array([1.0, 2.0])
y = 2.0
learning_rate = 0.1

# the first neuron has unlucky weights
W = np.array([[-.5, -.3], [.4, .2]])
b = np.array([-.2, .1])

for i in range(5):
    # forward pass
    z = W.dot(X) + b
    r = relu(z)
    out = np.sum(r)
    loss = .5 * (out - y) ** 2

    # backward pass
    d = (out - y) * relu_d(z)

    # update
    W -= learning_rate * np.outer(d, X)
    b -= learning_rate * d

print(W)
print(b)
