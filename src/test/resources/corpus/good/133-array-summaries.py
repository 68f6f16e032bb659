# Above a thousand entries only the edges are written.
import numpy as np

print(np.arange(1000).shape, np.arange(1001))
print(np.linspace(0, 5, 1200))
print(np.zeros((40, 30)))
print(np.arange(2000).reshape(500, 4))
print(np.arange(2000).reshape(4, 500) * 0.5)
print(np.ones((2, 600)))
print(np.arange(1500) % 2 == 0)
big = np.zeros(5000)
big[2500] = 1e9
big[0] = 0.125
print(big, big.max(), big.argmax())
