# One weight used in three places collects three shares.
w = 0.5
for step in range(4):
    left = w * 2.0
    right = w * w
    out = left * right + w
    loss = (out - 3.0) ** 2

    d_out = 2 * (out - 3.0)
    d_left = d_out * right
    d_right = d_out * left
    grad = d_left * 2.0 + d_right * 2 * w + d_out
    w -= 0.02 * grad
    print(step, f"{w:.12f}", f"{loss:.12f}")
