# Lists built in one line.
import numpy as np

print([x ** 2 for x in range(5)], [x for x in range(20) if x % 3 == 0 if x % 2 == 0])
print([[i * j for j in range(3)] for i in range(3)], [v for row in [[1, 2], [3], []] for v in row])
print([a + b for a, b in [(1, 2), (3, 4)]], [s.upper() for s in ["a", "b"]])
print([(i, w) for i, w in enumerate(["x", "y"])], ["even" if n % 2 == 0 else "odd" for n in range(3)])
k = 3
print([k * n for n in range(k)], [n for n in [1, 2, 3] if n != k], k)
matrix = np.array([[(i + 1) * 1.0 / (j + 1) for j in range(3)] for i in range(2)])
print(matrix)
print([row.tolist() for row in matrix], [float(v) for v in matrix[1]], [int(v) for v in np.arange(3)])
print([f(2) for f in [lambda v: v + 1, lambda v: v * 10]])


def table(n):
    return [[n * i for i in range(1, n + 1)] for n in range(1, n + 1)]


print(table(3))
print([x for x in [y * 2 for y in range(3)]], sum([len(w) for w in "to be or not".split()]))
