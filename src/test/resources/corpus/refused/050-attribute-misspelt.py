import numpy as np
a = np.array([1., 2.])
b = np.arry([1.])
# problem: 3:8 run.attribute.near
