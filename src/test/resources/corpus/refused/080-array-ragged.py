import numpy as np
a = np.array([[1., 2.], [3.]])
# problem: 2:5 run.array.ragged
