"""A program that begins with its own docstring."""
import numpy as np

RATE = 0.25
history = []


def step(w):
    'One step on (w - 2) squared.'
    slope = 2 * (w - 2.0)
    history.append(w)
    return w - RATE * slope


w = 6.0
for _ in range(3):
    w = step(w)
print(w, history, len(history))

print(np.sum(np.ones(3)), np.pi > 3 and np.e < 3, f"{np.pi:.10f} {np.e:.10f}")
tanh = np.tanh
L = tanh(w) * np.sin(0.5)
print(f"{L:.10f}", tanh(0.0), np.cos(0), np.exp(0))
