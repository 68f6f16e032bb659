import numpy as np

# four examples of two inputs: a row for each example
X = np.array([[1.0, 2.0], [0.5, -1.0], [-1.0, 1.5], [2.0, 0.0]])
y = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.0],
              [0.0, 0.5, 1.0], [1.0, 0.0, 0.0]])

# two inputs, three neurons
W = np.array([[.2, -.1, .3], [.4, .1, -.2]])
b = np.array([.1, .0, -.1])

# forward pass
z = X.dot(W) + b
loss = np.sum(.5 * (z - y) ** 2) / 4

# backward pass
d_z = (z - y) / 4
grad_W = X.T.dot(d_z)
grad_b = d_z.sum(axis=0)

# update
learning_rate = .1
W -= learning_rate * grad_W
b -= learning_rate * grad_b

print(loss)
print(W)
print(b)
