import numpy as np
a = np.array([1., 2.])
for x in a.sum():
    print(x)
# problem: 3:10 run.type.iterate
