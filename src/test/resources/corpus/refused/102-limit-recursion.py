def f(n):
    return f(n + 1)
f(0)
# problem: 2:12 run.limit.calls
