import numpy as np
a = np.zeros(-1)
# problem: 2:5 run.shape.negative
