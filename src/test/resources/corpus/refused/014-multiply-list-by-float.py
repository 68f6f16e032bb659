x = [0] * 2.0
# problem: 1:5 run.type.binary
