import numpy as np
mask = np.array([1., 2.]) > 1.5
print(mask ** 2)
# problem: 3:7 run.type.binary
