import numpy as np
w = np.array([1, 2])
w -= 0.1 * w
# problem: 3:1 run.array.whole
