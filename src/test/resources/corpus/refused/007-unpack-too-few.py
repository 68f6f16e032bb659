a, b = [1.0, 2.0, 3.0]
# problem: 1:1 run.unpack
