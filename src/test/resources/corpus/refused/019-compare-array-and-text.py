import numpy as np
a = np.array([1., 2.])
print(a == "x")
# problem: 3:7 run.type.compare
