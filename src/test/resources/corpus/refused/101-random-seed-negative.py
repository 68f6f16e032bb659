import numpy as np
np.random.seed(-1)
# problem: 2:1 run.random.seed
