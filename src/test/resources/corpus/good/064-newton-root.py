# A root found by a while loop; the answer still depends on its start value.
a = 2.0
r = a / 2
rounds = 0
while abs(r * r - a) > 1e-12:
    r = 0.5 * (r + a / r)
    rounds += 1
cost = r * a
print(rounds, f"{r:.12f}", f"{cost:.12f}")
