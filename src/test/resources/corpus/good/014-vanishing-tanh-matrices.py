# Six tanh layers; the length of the slope, layer by layer.
import numpy as np

np.random.seed(3)
layers = [np.random.randn(3, 3) * 0.5 for _ in range(6)]
h = np.array([0.5, -0.3, 0.8])
seen = [h]
for W in layers:
    h = np.tanh(W @ h)
    seen.append(h)
loss = np.sum(h ** 2) / 2

g = seen[-1]
for i in range(5, -1, -1):
    d = g * (1 - seen[i + 1] ** 2)
    g = layers[i].T @ d
    length = np.sqrt(np.sum(g ** 2))
    print(f"{i}: {length:.8f}")
print(f"loss {loss:.10f}")
