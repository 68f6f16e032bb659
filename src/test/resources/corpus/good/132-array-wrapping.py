# Long rows fold at 75 columns; every fold lines up.
import numpy as np

print(np.arange(40))
print(np.arange(25) * 1.5)
print(np.linspace(0, 1, 17))
print(np.arange(60).reshape(2, 30) * 3)
print(np.linspace(-1, 1, 22).reshape(2, 11))
print(np.arange(30) > 12)
print(np.arange(12) * 1e-7)
print(np.arange(19) * 111, np.arange(18) * 111)
print(np.zeros(30), np.full(19, -1.5))
