import numpy as np
W = np.array([[1., 2.], [3., 4.]])
print(W[0, -3])
# problem: 3:12 run.index.range
