# A vector that meets a turned matrix reaches it as a row; its gradient comes back as a column.
import numpy as np

A = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])
u = np.array([2.0, 3.0])
B = np.array([[1.0, 2.0], [3.0, 4.0]])
v = np.array([0.5, -0.25])
first = np.sum(A.T * u)
second = np.sum(B.T * v)
loss = first * second
print(first, second, loss)
