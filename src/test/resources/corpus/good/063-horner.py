# A polynomial evaluated from its list of coefficients.
coefficients = [0.5, -2.0, 1.0, 3.0]


def polynomial(cs, v):
    """Horner's rule."""
    total = 0.0
    for c in cs:
        total = total * v + c
    return total


x = 1.25
loss = polynomial(coefficients, x) ** 2
slope = 2 * polynomial(coefficients, x) * polynomial([1.5, -4.0, 1.0], x)
print(polynomial(coefficients, x))
print(loss, slope)
