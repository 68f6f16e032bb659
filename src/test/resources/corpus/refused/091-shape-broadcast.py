import numpy as np
a = np.array([1., 2., 3.])
b = np.array([1., 2.])
print(a + b)
# problem: 4:7 run.shape.broadcast
