# Two names, one list; and the cases where there are two lists.
a = [1, 2, 3]
b = a
c = a[:]
d = list(a)
b.append(4)
print(a, b, c, d)
b = b + [5]
print(a, b)
e = a
e += [6]
print(a, e)
grid = [[0] * 2] * 3
grid[0][0] = 1
rows = [[0] * 2 for _ in range(3)]
rows[0][0] = 1
print(grid, rows)
inner = [1]
outer = [inner, inner[:], inner]
inner.append(2)
print(outer)


def change(items, number):
    items.append(number)
    number += 1
    items = ["gone"]
    items.append(number)
    return items


n = 7
print(change(a, n), a, n)
x = y = 5
y += 1
print(x, y)
s = "ab"
t = s
t += "c"
print(s, t)
for item in a:
    item += 100
for part in rows:
    part[1] = 8
print(a, rows)
u = (a, 1)
a.pop()
print(u)
