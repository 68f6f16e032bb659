import numpy as np

# 10 of 200 points, and the class of each
X = np.array([[-0.338, -0.78], [0.923, -0.563], [-0.56, 0.764],
              [0.262, 0.146], [0.762, -0.575], [0.783, -0.353],
              [-0.82, 0.982], [0.629, -0.202], [0.77, 0.189],
              [0.106, 0.305]])
y = np.array([[-1], [1], [1], [-1], [1], [1], [1], [1], [-1], [-1]])

# weights drawn at random, biases 0
np.random.seed(1)
W1 = np.random.randn(2, 8) * np.sqrt(1 / 2)
b1 = np.zeros(8)
W2 = np.random.randn(8, 1) * np.sqrt(1 / 8)
b2 = np.zeros(1)

# forward pass
z1 = X.dot(W1) + b1
a1 = np.tanh(z1)
z2 = a1.dot(W2) + b2
a2 = np.tanh(z2)
loss = np.mean(.5 * (a2 - y) ** 2)

# backward pass
d2 = (a2 - y) / len(X) * (1 - a2 ** 2)
grad_W2 = a1.T.dot(d2)
grad_b2 = d2.sum(axis=0)
d1 = d2.dot(W2.T) * (1 - a1 ** 2)
grad_W1 = X.T.dot(d1)
grad_b1 = d1.sum(axis=0)

# update
learning_rate = 0.3
W1 -= learning_rate * grad_W1
b1 -= learning_rate * grad_b1
W2 -= learning_rate * grad_W2
b2 -= learning_rate * grad_b2
