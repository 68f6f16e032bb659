x = [1.0, 2.0] * [3.0, 4.0]
# problem: 1:5 run.type.binary
