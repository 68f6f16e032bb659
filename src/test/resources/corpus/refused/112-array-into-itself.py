import numpy as np
a = np.array([1.0, 2.0])
a[[1, 0]] = a
# problem: 3:1 run.array.overlap
