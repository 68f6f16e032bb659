import numpy as np
X = np.array([.5, .8])
W = np.array([[1., 2.], [3., 4.], [5., 6.]])
z = X.dot(W)
# problem: 4:5 run.shape.align
