# A slope measured from both sides, and the exact one.
def f(v):
    return v ** 2


def measured(g, v, h=1e-5):
    return (g(v + h) - g(v - h)) / (2 * h)


x = 3.0
loss = f(x)
print(measured(f, x))
print(2 * x)
print(f"{measured(f, x, h=0.001):.8f}", f"{measured(lambda t: t * t * t, 2.0):.6f}")
