import numpy as np
b = np.array([1., 2.])
b += np.ones((3, 2))
# problem: 3:1 run.array.grows
