# x goes three ways, a goes two: every way brings a share of the slope.
x = 1.5
a = x * x
b = a + x
loss = a * b

d_b = a
d_a = b + d_b
d_x = d_a * x + d_a * x + d_b
print(loss)
print(d_a, d_b, d_x)
