import numpy as np
x = np.zeros(6)
x.shape = (2, 3)
# problem: 3:1 python.unsupported.attributeAssign
