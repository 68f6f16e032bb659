# The rate shrinks; a while loop stops when the change is small.
w = 8.0
rate = 0.4
steps = 0
while True:
    loss = (w - 3.0) * (w - 3.0)
    grad = 2 * (w - 3.0)
    if abs(grad) < 1e-3:
        break
    if steps >= 100:
        print("no end in sight")
        break
    w -= rate * grad
    rate *= 0.9
    steps += 1
print(steps, f"{w:.8f} {loss:.3e} {rate:.6f}")
