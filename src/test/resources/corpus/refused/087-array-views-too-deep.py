import numpy as np
a = np.array([1., 2.])
for i in range(100):
    a = a[:]
# problem: 4:9 run.array.views
