w = 5.0
v = 0.0
rate = 0.1
momentum = 0.8

for step in range(20):
    loss = (w - 2) ** 2
    g = 2 * (w - 2)
    v = momentum * v + g
    w -= rate * v
    print(step, loss)
