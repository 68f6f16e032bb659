import numpy as np
a = np.zeros(2.0)
# problem: 2:5 run.shape.notWhole
