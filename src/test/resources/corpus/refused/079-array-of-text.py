import numpy as np
a = np.array("12")
# problem: 2:5 run.array.of
