import numpy as np
a = np.array([1., 2.])
print(a.sum(axis=1))
# problem: 3:7 run.shape.axis
