# A recurrent cell: the same weights at every moment.
import numpy as np

inputs = [0.5, -1.0, 0.25, 0.75]
w, u, b = 0.6, 0.9, -0.1
for epoch in range(3):
    states = [0.0]
    for x in inputs:
        states.append(np.tanh(w * x + u * states[-1] + b))
    loss = 0.5 * (states[-1] - 0.5) ** 2

    gw, gu, gb = 0.0, 0.0, 0.0
    d = states[-1] - 0.5
    for t in range(len(inputs), 0, -1):
        dz = d * (1 - states[t] ** 2)
        gw += dz * inputs[t - 1]
        gu += dz * states[t - 1]
        gb += dz
        d = dz * u
    w -= 0.2 * gw
    u -= 0.2 * gu
    b -= 0.2 * gb
    print(f"{loss:.10f} {gw:+.8f} {gu:+.8f} {gb:+.8f}")
