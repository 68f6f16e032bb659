# The same idea without NumPy: lists, sums and averages.
points = [(1.0, 2.0), (2.0, 2.5), (3.0, 4.5), (4.0, 5.0)]
w = 0.5
b = 0.25
for epoch in range(3):
    loss = 0.0
    dw = 0.0
    db = 0.0
    for x, y in points:
        e = w * x + b - y
        loss += e * e / 4
        dw += 2 * e * x / 4
        db += 2 * e / 4
    w -= 0.0625 * dw
    b -= 0.0625 * db
    print(epoch, loss, w, b)
