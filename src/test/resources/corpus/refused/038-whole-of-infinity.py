import numpy as np
x = np.array([1.]) / np.array([0.])
n = int(x[0])
# problem: 3:5 run.number.notFinite
