# The same task, one example after the other.
import numpy as np

inputs = np.array([[0.2, 0.9], [0.8, 0.3], [0.4, 0.7], [0.9, 0.1]])
answers = [0.0, 1.0, 0.0, 1.0]
w = np.array([0.1, -0.1])
b = 0.05
for epoch in range(10):
    total = 0.0
    for x, t in zip(inputs, answers):
        p = 1 / (1 + np.exp(-(w @ x + b)))
        loss = -(t * np.log(p) + (1 - t) * np.log(1 - p))
        d = p - t
        gw = d * x
        w -= 0.5 * gw
        b -= 0.5 * d
        total += loss
    if epoch % 3 == 0:
        print(epoch, f"{total / 4:.8f}")
print(w)
