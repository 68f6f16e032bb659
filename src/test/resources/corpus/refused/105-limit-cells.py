import numpy as np
a = np.arange(1000000)
for i in range(1000):
    b = a * 2
# problem: 4:9 run.limit.cells
