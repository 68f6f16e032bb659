# A loss of values saved before and after a change in place.
import numpy as np

a = np.array([1.0, 2.0, 3.0])
before = a.copy()
same = a
a *= 2
after = a * 1.0
a[1] = 0.5
loss = np.sum(before * after) + np.sum(same) + (a[0] - before[2]) ** 2
print(before, after, same, a)
print(loss)
