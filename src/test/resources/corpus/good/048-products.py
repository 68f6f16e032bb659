# Every pairing of a vector and a matrix under dot, matmul and @.
import numpy as np

u = np.array([1.0, -2.0, 0.5])
v = np.array([0.25, 1.0])
M = np.array([[1.0, 2.0, 3.0], [-1.0, 0.0, 1.0]])
N = np.array([[0.5, 1.0], [2.0, -1.0], [1.5, 0.25]])
vv = v.dot(v)
Mv = np.dot(M, u)
vM = np.matmul(v, M)
MN = M @ N
UV = np.outer(u, v)
print(vv)
print(Mv)
print(vM)
print(MN)
print(UV)
print(M.dot(N).dot(v) @ v, np.dot(2.0, v), np.dot(3, 4))
loss = vv + Mv.sum() + (vM * u).sum() + np.sum(MN * MN) + np.sum(UV * N)
print(loss)
