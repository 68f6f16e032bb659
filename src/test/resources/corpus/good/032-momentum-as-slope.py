# Here the carried speed stands where a slope is expected.
w = 4.0
v = 0.0
for k in range(6):
    loss = 0.5 * (w - 1.0) * (w - 1.0)
    g = w - 1.0
    v = 0.5 * v + g
    w -= 0.25 * v  # claim: wrong
    print(k, w, loss)
