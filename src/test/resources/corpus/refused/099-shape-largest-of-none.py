import numpy as np
a = np.array([])
print(np.max(a))
# problem: 3:7 run.shape.empty
