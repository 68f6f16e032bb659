import numpy as np

X = np.array([1.0, 2.0])
t = np.array([1.0, 0.0, 0.0])  # the first class is right

W = np.array([[.1, .2], [.3, .1], [-.2, .4]])
b = np.array([0.0, 0.0, 0.0])

# forward pass
z = W.dot(X) + b
e = np.exp(z)
p = e / np.sum(e)
loss = -np.sum(t * np.log(p))

# backward pass
d_z = p - t
grad_W = np.outer(d_z, X)

# update
learning_rate = .5
W -= learning_rate * grad_W
b -= learning_rate * d_z

print(p)
print(f'{loss:.6f}')
print(W)
