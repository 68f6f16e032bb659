# Any number of layers in lists, weights and slopes side by side.
import numpy as np

np.random.seed(0)
sizes = [2, 4, 3, 1]
weights = []
biases = []
for n_in, n_out in zip(sizes[:-1], sizes[1:]):
    weights.append(np.random.randn(n_out, n_in) * 0.5)
    biases.append(np.zeros(n_out))

x = np.array([0.6, -0.4])
t = np.array([-0.8])
for epoch in range(9):
    acts = [x]
    for W, b in zip(weights, biases):
        acts.append(np.tanh(W @ acts[-1] + b))
    loss = 0.5 * np.sum((acts[-1] - t) ** 2)

    d = (acts[-1] - t) * (1 - acts[-1] ** 2)
    for i in range(len(weights) - 1, -1, -1):
        gW = np.outer(d, acts[i])
        gb = d
        if i > 0:
            d = weights[i].T @ d * (1 - acts[i] ** 2)
        W, b = weights[i], biases[i]
        W -= 0.1 * gW
        b -= 0.1 * gb
    if epoch % 4 == 0:
        print(epoch, f"{loss:.8f}")
print(weights[2], biases[2])
