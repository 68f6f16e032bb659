import numpy as np
a = np.array([1., 2.])
print((a > 0) and (a < 2))
# problem: 3:8 run.truth.array
