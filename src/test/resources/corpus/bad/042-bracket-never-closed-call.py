import numpy as np
x = np.array([1, 2, 3]
y = x * 2
for i in range(3):
    y = y + (i)
# problem: 2:13 python.bracket.neverClosed
