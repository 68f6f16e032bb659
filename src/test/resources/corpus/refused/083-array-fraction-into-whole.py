import numpy as np
a = np.array([1, 2])
a[0] = 0.5
# problem: 3:1 run.array.fraction
