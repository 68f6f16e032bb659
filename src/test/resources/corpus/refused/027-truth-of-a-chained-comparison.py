import numpy as np
a = np.array([1., 2.])
mask = 0 < a < 2
# problem: 3:8 run.truth.array
