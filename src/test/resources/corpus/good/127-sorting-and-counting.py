# Keyword arguments of the small helpers, and lists that change their length.
words = ["pear", "fig", "apple", "kiwi"]
print(sorted(words, key=len), sorted(words, reverse=True), max(words, key=len))
words.sort(key=lambda w: w[-1])
print(words)
words.sort(reverse=True)
print(words)
points = [(2, "b"), (1, "z"), (2, "a")]
print(sorted(points), sorted(points, key=lambda p: -p[0]))
for i, w in enumerate(words, start=1):
    print(i, w, end=" ")
print()
print(sum([1, 2], 10), list(enumerate(["x", "y"], 5)))
b = [0, 1, 2, 3, 4, 5]
b[1:3] = [10]
b[-1:] = []
b[:0] = [-2, -1]
print(b)
