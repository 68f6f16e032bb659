# Where a name lives: functions, loops and comprehensions.
x = 10
total = 0


def local_only():
    x = 99
    return x


def reads_outer():
    return x + 1


def shadowed(x, y=5):
    x += y
    return x


print(local_only(), x)
print(reads_outer())
x = 20
print(reads_outer())
print(shadowed(1), shadowed(x), x)
print(shadowed(y=2, x=3), shadowed(1, y=1))

for i in range(3):
    inside = i * i
    total += inside
print(i, inside, total)

i = "kept"
squares = [i * i for i in range(4)]
print(i, squares)
pairs = [(a, b) for a in range(3) for b in range(a)]
print(pairs, [c for c in [1, -2, 3, -4] if c > 0])


def late():
    return defined_later * 2


defined_later = 21
print(late())
