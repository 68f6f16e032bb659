# Lists change in place, and their methods say little.
a = [3, 1, 2]
a.append(5)
a.extend([9, 7])
a.insert(0, -1)
a.insert(2, 4)
print(a, len(a), a.index(9), a.count(4), 5 in a, 6 not in a)
print(a.pop(), a.pop(0), a)
print(a.sort(), a)
a.reverse()
print(a, sorted(a), a)
words = ["pear", "fig", "apple"]
words.sort()
print(words, sorted([2.5, -1, 0]), sorted(["b", "a", "B"]))
a[1] = "two"
a[-1] = [1, [2]]
print(a, a[-1][1][0], a[2:4], a[::-1][:2], a[::2])
b = list(range(8))
b[2:4] = [20, 30, 40]
print(b, b[5:2:-1], b[10:], b[-3:])
print([1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] == [])
print([1, [2, "x", None], (3,), 4.0, True, "it's"], list((1, 2)))
