import numpy as np
a = np.array([[[1.], [2.]]])
# problem: 2:5 run.array.rank
