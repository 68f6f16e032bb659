import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

x = np.array([0.5, -1.2])
w = np.array([0.8, 0.3])
b = 0.1
y = 1.0
rate = 0.5

p = sigmoid(np.dot(w, x) + b)
loss = -(y * np.log(p) + (1 - y) * np.log(1 - p))

d = p - y
w -= rate * (d * x)
b -= rate * d

print(loss)
print(w, b)
