import numpy as np
a = np.zeros((2, 2, 2))
# problem: 2:5 run.shape.rank
