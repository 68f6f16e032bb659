rate = 1e
# problem: 1:8 python.number.bad
