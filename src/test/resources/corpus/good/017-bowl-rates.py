# A long bowl: the steep side decides which rate still holds.
for rate in [0.02, 0.09, 0.1, 0.11]:
    u, v = 2.0, 1.0
    for k in range(12):
        loss = 0.5 * (u * u + 20.0 * v * v)
        gu = u
        gv = 20.0 * v
        u -= rate * gu
        v -= rate * gv
    print(rate, u, v, loss, sep="  ")
