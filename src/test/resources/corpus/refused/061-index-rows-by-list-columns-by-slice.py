import numpy as np
W = np.array([[1., 2.], [3., 4.]])
print(W[[0, 1], 0:1])
# problem: 3:7 run.index.mixed
