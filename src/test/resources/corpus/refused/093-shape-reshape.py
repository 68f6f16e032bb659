import numpy as np
a = np.arange(6)
b = a.reshape(4, 2)
# problem: 3:5 run.shape.reshape
