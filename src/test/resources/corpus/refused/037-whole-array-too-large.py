import numpy as np
a = np.array([100000000])
print(a * a)
# problem: 3:7 run.number.tooLarge
