x = 2.0
w = 0.5
t = 2.0

# forward pass
a = w * x
p = a ** 2
q = 3 * a
loss = .5 * (p + q - t) ** 2

# backward pass
d_p = p + q - t
d_q = d_p
d_a = d_p * 2 * a
d_a = d_q * 3
d_w = d_a * x

# update
w -= .01 * d_w

print(loss, w)
