# Two functions, one inside the other: slopes multiply.
def inner(x):
    return x ** 2


def outer(y):
    return 2 * y


x = 3.0
y = inner(x)
loss = outer(y)

d_y = 2
d_x = d_y * (2 * x)
print(loss)
print(d_x)
