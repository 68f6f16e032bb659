import numpy as np
a = np.array([1, 2])
b = a ** -1
# problem: 3:5 run.power.negativeWhole
