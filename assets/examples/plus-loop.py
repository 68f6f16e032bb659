x = 1.5
total = 0.0
for k in range(4):
    total = total + x * k

loss = total ** 2
print(loss)
