# The loss reads entries that were changed through a view of the matrix.
import numpy as np

W = np.array([[1.0, 2.0], [3.0, 4.0]])
s = 0.5
row = W[0]
row *= s
column = W.T[1]
column += s
loss = np.sum(W * W)
print(W)
print(row, column)
print(loss)
