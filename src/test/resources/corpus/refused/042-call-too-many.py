def f(x):
    return x * x
y = f(1.0, 2.0)
# problem: 3:5 run.call.tooMany
