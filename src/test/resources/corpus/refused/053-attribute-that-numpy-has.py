import numpy as np
a = np.linalg.inv(np.eye(2))
# problem: 2:8 run.attribute.unknown
