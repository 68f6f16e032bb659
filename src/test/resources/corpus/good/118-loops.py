# while, for, break, continue, one inside the other.
n = 27
steps = 0
highest = n
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    highest = max(highest, n)
print(steps, highest)

primes = []
candidate = 2
while len(primes) < 10:
    prime = True
    for p in primes:
        if p * p > candidate:
            break
        if candidate % p == 0:
            prime = False
            break
    if prime:
        primes.append(candidate)
    candidate += 1
print(primes)

for i in range(4):
    if i == 1:
        continue
    for j in range(10):
        if j > i:
            break
        if j % 2:
            continue
        print(i, j, end="; ")
    print()

while True:
    steps -= 10
    if steps > 0:
        continue
    break
print(steps, [k for k in range(10, 0, -3)], list(range(3, 3)), len(range(0, 10, 4)))
for k in []:
    print("never")
for k in range(3):
    k *= 10
    print(k, end=",")
print(k)
