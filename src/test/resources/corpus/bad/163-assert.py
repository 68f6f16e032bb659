assert 1 == 1
# problem: 1:1 python.unsupported.assert
