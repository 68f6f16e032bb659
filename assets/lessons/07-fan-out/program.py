x = 3.0

# x goes two ways
a = x ** 2
b = 2 * x
loss = a * b

# backward pass: both ways add up
d_a = b
d_b = a
d_x = 0
d_x += d_a * 2 * x
d_x += d_b * 2

print(loss)
print(d_x)
