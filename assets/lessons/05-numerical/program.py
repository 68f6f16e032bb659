def f(x):
    return x ** 2

def numerical_gradient(f, x):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)

x = 3.0
y = f(x)

print(numerical_gradient(f, x))
print(2 * x)
