import numpy as np
a = np.array([1., 2.])
print((a > 1) - (a > 0))
# problem: 3:7 run.bool.subtract
