import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def relu(x):
    return np.maximum(0, x)

x = 0.5

# five layers of sigmoid
s1 = sigmoid(x)
s2 = sigmoid(s1)
s3 = sigmoid(s2)
s4 = sigmoid(s3)
s5 = sigmoid(s4)

# five layers of ReLU
r1 = relu(x)
r2 = relu(r1)
r3 = relu(r2)
r4 = relu(r3)
r5 = relu(r4)

loss = s5 + r5

# the gradient, layer by layer
d_s = 1.0
d_r = 1.0
for s, r in [(s5, r5), (s4, r4), (s3, r3), (s2, r2), (s1, r1)]:
    d_s = d_s * s * (1 - s)
    d_r = d_r * np.where(r > 0, 1, 0)
    print(f'{d_s:.6f} {d_r:.6f}')
