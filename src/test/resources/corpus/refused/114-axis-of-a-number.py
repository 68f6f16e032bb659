import numpy as np
print(np.sum(3.0, axis=9223372036854775807))
# problem: 2:7 run.shape.axis
