import numpy as np
a = np.array([1., 2.])
print(a[0, 1])
# problem: 3:7 run.index.tooMany
