import numpy as np
a = np.array([[1., 2.]])
s = np.sum(a, axes=0)
# problem: 3:5 run.call.unknownKeyword
