# What was stretched forwards is summed backwards.
import numpy as np

col = np.array([[0.5], [-1.0]])
row = np.array([1.0, 2.0, -0.5])
one = 0.25
M = np.array([[1.0, 0.0, 2.0], [3.0, -1.0, 1.0]])
for k in range(3):
    S = col + row
    P = S * M + one
    loss = np.sum(P * P)
    dP = 2 * P
    dS = dP * M
    d_col = dS.sum(axis=1, keepdims=True)
    d_row = dS.sum(axis=0)
    d_one = dP.sum()
    d_M = dP * S
    col -= 0.01 * d_col
    row -= 0.01 * d_row
    one -= 0.01 * d_one
    M -= 0.01 * d_M
    print(k, f"{loss:.10f}")
print(S.shape, P.shape, d_col.shape, d_row.shape)
print(col, row, sep="\n")
print(f"{one:.10f}")
print(M)
