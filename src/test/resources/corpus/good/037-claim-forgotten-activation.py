# The slope of tanh is left out for one weight, not for the bias.
import numpy as np

w = 0.8
b = 0.1
x = 1.5
for k in range(4):
    a = np.tanh(w * x + b)
    loss = (a - 0.2) ** 2
    d = 2 * (a - 0.2)
    dw = d * x
    db = d * (1 - a * a)
    w -= 0.05 * dw  # claim: wrong
    b -= 0.05 * db
    print(f"{w:.10f} {b:.10f} {loss:.10f}")
