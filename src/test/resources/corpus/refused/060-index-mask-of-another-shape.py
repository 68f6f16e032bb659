import numpy as np
a = np.array([1., 2., 3.])
m = np.array([True, False])
print(a[m])
# problem: 4:7 run.index.mask
