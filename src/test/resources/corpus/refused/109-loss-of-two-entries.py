import numpy as np
y = np.array([1., 2.])
loss = .5 * y ** 2
# problem: 3:8 run.loss.shape
