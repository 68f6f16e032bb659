import numpy as np
losses = [0.5, np.nan, 0.25]
print(sorted(losses))
# problem: 3:7 run.sort.nan
