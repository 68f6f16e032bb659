import numpy as np
a = np.arange(6)
b = a.reshape(-1, -1)
# problem: 3:5 run.shape.unknownTwice
