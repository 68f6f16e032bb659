# Leaves made by linspace, full, ones and eye rather than written out.
import numpy as np

grid = np.linspace(-1, 1, 5)
weights = np.full(5, 0.2)
ramp = np.arange(0, 1, 0.25)
I = np.eye(4) * 2.0
mix = np.ones((4, 4)) - I
loss = np.sum(weights * grid ** 2) + ramp @ mix @ ramp
print(grid, weights, ramp)
print(mix)
print(f"{loss:.10f}")
