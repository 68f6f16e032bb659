import numpy as np
a = np.zeros((2000, 2000))
# problem: 2:5 run.limit.entries
