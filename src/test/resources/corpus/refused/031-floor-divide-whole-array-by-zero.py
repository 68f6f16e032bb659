import numpy as np
a = np.array([4, 6])
print(a // 0)
# problem: 3:7 run.divide.zero
