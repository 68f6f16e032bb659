# When an array turns to exponents.
import numpy as np

print(np.array([1e-5, 1.0]), np.array([1e-4, 0.5]), np.array([0.001, 1.0]), np.array([0.001, 1.001]))
print(np.array([1e10, 1.0]), np.array([1e16]), np.array([1e15]), np.array([123456789.0, 1.0]))
print(np.array([1e-10, -2.5e10]), np.array([1e100, 1e-100]), np.array([1.5e300]), np.array([1e8]))
print(np.array([0.00012, 0.0002]), np.array([0.0001]), np.array([0.00001]), np.array([5e-324]))
print(np.array([[1e-7, 1.0], [-1e3, 12.5]]))
print(np.array([1.0, 1000.0, 0.5]), np.array([1.0, 1001.0, 0.999]), np.array([0.0, 1e-9, 0.0]))
print(np.array([np.pi * 1e6, np.pi]), np.array([np.pi * 1e-6, np.pi * 1e-5]), np.array([1e9, 2e9]))
print(np.array([-1.5e-8, 3.25e-8, 0.0]), np.array([1e7 / 3, 1e6 / 3]), np.array([2.0 ** 60, 2.0 ** -20]))
v = 1.0
for _ in range(4):
    v /= 37.0
    print(np.array([v, 1.0]), np.array([v]), np.array([v * 1e9, -v]))
