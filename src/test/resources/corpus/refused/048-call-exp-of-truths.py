import numpy as np
m = np.array([1., -1.]) > 0
print(np.exp(m))
# problem: 3:7 run.call.wrongType
