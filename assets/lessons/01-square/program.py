x = 3.0
y = x ** 2

print(y)
print(2 * x)
