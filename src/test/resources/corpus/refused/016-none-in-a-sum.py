def f(x):
    y = x * x
loss = f(2.0) + 1
# problem: 3:8 run.type.binary
