import numpy as np
a = np.array([1, 2], dtype="float32")
# problem: 2:5 run.dtype
