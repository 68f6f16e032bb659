import numpy as np

def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)

z = np.array([2.0, 1.0, 0.1])
target = np.array([1.0, 0.0, 0.0])

p = softmax(z)
loss = -np.sum(target * np.log(p))

print(p)
print(loss)
