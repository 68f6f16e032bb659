# One power and its slope, at x = 3.
def power(v):
    return v ** 2


def slope(v):
    return 2 * v


x = 3.0
loss = power(x)
print(loss)
print(slope(x))
