p = (1.0, 2.0)
p[0] = 3.0
# problem: 2:1 run.index.readOnly
