import numpy as np
a = np.zeros(3)
a[:2] = np.ones(3)
# problem: 3:1 run.array.put
