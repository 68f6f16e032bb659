import numpy as np
a = np.array([1., 2.])
print(a.item())
# problem: 3:7 run.shape.item
