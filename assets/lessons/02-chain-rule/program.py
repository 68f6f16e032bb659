x = 3.0
y = x ** 2
z = 2 * y

dz_dy = 2
dy_dx = 2 * x
dz_dx = dz_dy * dy_dx

print(z)
print(dz_dx)
