# NumPy's functions on numbers, lists and arrays of every kind.
import numpy as np

x = np.array([0.25, 1.0, 2.5])
print(np.exp(x), np.log(x), np.sqrt(x), np.tanh(x), np.sin(x), np.cos(x), sep="\n")
print(np.square(x), np.power(x, 2), np.power(2, np.array([1, 2, 3])), np.abs(-x), np.square([1, 2]))
print(np.exp(np.array([0, 1])), np.sqrt([4, 9]), np.sqrt(np.arange(4)), np.exp([[0.0, 1.0]]))
print(np.sqrt(2.25), np.exp(0), np.log(1), np.abs(-4), np.tanh(0.0), np.square(1.5), f"{np.log(10):.10f}")
print(np.maximum(x, 1), np.minimum([1, 5], [3, 2]), np.clip(x, 0.5, 2), np.clip(5, 0, 3), np.maximum(1, 2.5))
print(np.dot([1, 2], [3, 4]), np.dot(x, x), np.outer([1, 2], [3, 4]), np.matmul(np.eye(2), [5, 6]))
print(np.transpose([[1, 2], [3, 4]]), np.sum(x > 0.5), np.mean([True, False]), np.max(-x))
print(-x, +x, x ** 0.5, x ** 2, 2 ** x, 1 / x, x % 1, x // 1, x @ x, sep=" ; ")
print(abs(np.array([-1, 2])), round(float(np.sqrt(2)), 6), f"{np.sin(1.0):.12f}", np.e ** 0, np.pi * 0)
