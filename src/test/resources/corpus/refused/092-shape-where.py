import numpy as np
a = np.array([1., 2., 3.])
print(np.where(a > 1, a, np.ones(2)))
# problem: 3:7 run.shape.broadcast
