import numpy as np
a = np.array([1., 2.])
print(np.min(a, axis=9223372036854775807))
# problem: 3:7 run.shape.axis
