import numpy as np
y = np.exp(1.0, 2.0)
# problem: 2:5 run.call.tooMany
