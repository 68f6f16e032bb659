# The ways to make an array.
import numpy as np

print(np.zeros(3), np.ones((2, 2)), np.zeros((1, 3)), sep="\n")
print(np.eye(3), np.full((2, 3), 7), np.full(2, 0.5), np.full((2,), True), sep="\n")
print(np.arange(5), np.arange(2, 10, 3), np.arange(5, 0, -2), np.arange(0, 1, 0.25), np.arange(3.0))
print(np.linspace(0, 1, 5), np.linspace(1, 2, 3), np.linspace(3, -3, 4), np.linspace(0, 10, 1))
a = np.array([[1, 2], [3, 4]])
print(np.zeros_like(a), np.ones_like(a * 0.5), np.array(a), np.array([a[0], a[1] * 2]), sep="\n")
print(np.array([1, 2.0]), np.array((1, 2)), np.array([(1, 2), (3, 4)]), np.array([[0.5], [1]]), sep="\n")
print(np.array([x * 0.5 for x in range(3)]), np.array([np.pi, 1]))
print(a.dtype, (a / 2).dtype, (a > 1).dtype, np.zeros(1).dtype, np.arange(3).dtype, np.linspace(0, 1, 2).dtype)
print(a.shape, a.T.shape, a.size, a.ndim, len(a), np.arange(6).reshape(3, 2).shape[0])
