import numpy as np
a = np.array([1., 2.])
print(a @ 2.0)
# problem: 3:7 run.matmul.scalar
