import numpy as np
a = np.array([1., 2.])
print(a.shpae)
# problem: 3:9 run.attribute.near
