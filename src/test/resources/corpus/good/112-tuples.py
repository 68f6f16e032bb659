# Unpacking, swapping and chained assignment.
a, b = 1, 2
a, b = b, a
print(a, b)
t = 3, 4.0, "five"
x, y, z = t
print(t, x, y, z, t[1], t[-1], t[:2], len(t))
(p, q), [r, s] = (1, 2), [3, 4]
print(p, q, r, s)
c = d = [0]
c.append(1)
print(d, (), (1,), (1, 2) + (3,), (0,) * 2, (1, 2) == (1, 2), (1, 2) < (1, 3), 2 in (1, 2))
for i, (left, right) in enumerate([(1, "a"), (2, "b")]):
    print(i, left, right)
for u, v in [[1, 2], [3, 4]]:
    print(u * v, end=";")
print()


def both(n):
    return n // 3, n % 3


q, r = both(11)
print(q, r, both(4), tuple([1, 2]), tuple(range(3)))
row = [0, 0, 0]
row[0], row[2] = 7, 9
i = 0
i, row[i] = 1, 5
print(row, i)
single, = [8]
print(single)
