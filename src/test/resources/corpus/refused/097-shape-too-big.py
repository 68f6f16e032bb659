import numpy as np
a = np.outer(np.zeros(100000), np.zeros(100000))
# problem: 2:5 run.shape.tooBig
