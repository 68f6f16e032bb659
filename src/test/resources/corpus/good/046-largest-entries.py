# max and min as steps: only the winners get a slope.
import numpy as np

A = np.array([[1.0, 7.0, 3.0], [9.0, -2.0, 4.0]])
rows = A.max(axis=1)
cols = np.min(A, axis=0)
loss = np.max(A) * 0.5 + np.sum(rows * np.array([1.0, -1.0])) + cols.dot(np.array([0.1, 0.2, 0.3]))
print(rows, cols)
print(np.max(A, axis=0, keepdims=True))
print(np.argmax(A), A.argmax(axis=0), np.argmax(A, axis=1))
print(f"{loss:.10f}")
