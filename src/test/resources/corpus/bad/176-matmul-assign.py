W @= X
# problem: 1:3 python.unsupported.matmulAssign
