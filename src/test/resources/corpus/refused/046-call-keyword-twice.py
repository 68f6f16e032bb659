def f(x, k=2):
    return x ** k
y = f(3.0, 2, k=3)
# problem: 3:5 run.call.twice
