# Functions kept in a list and called by position.
import numpy as np

names = ["tanh", "sigmoid", "softplus", "square"]
functions = [np.tanh,
             lambda v: 1 / (1 + np.exp(-v)),
             lambda v: np.log(1 + np.exp(v)),
             lambda v: v * v]
x = np.array([-1.0, 0.5, 2.0])
loss = 0.0
for name, f in zip(names, functions):
    y = f(x)
    loss = loss + y.sum()
    print(f"{name:<9}", y)
print(f"{loss:.10f}")
