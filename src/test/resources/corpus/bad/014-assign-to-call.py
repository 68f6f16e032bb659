def f(x):
    return x
f(3) = 4
# problem: 3:1 python.assign.call
