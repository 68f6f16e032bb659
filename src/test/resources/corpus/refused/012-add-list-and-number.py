x = [1.0, 2.0] + 1
# problem: 1:5 run.type.binary
