# The small helpers.
print(len([1, 2]), len("abc"), len((1,)), len(range(5)), abs(-3), abs(2.5), abs(True))
print(min(3, 1, 2), max([4, 9, 2]), min("b", "a"), max(1, 1.0), max(1.0, 1), min([2.5]), max((1, 5), (2, 0)))
print(sum([1, 2, 3]), sum([0.5, 0.25]), sum([]), sum(range(101)), sum((True, 2.5)))
print(list(enumerate(["a", "b"])), list(zip([1, 2, 3], ["x", "y"])))
for i, (a, b) in enumerate(zip([1, 2], [3, 4])):
    print(i, a, b, end=" | ")
print()
print(sorted([3, 1, 2]), sorted((2, 1)), list(range(10, 0, -4)), tuple([1, "b"]))
print(str(3.0), str("s"), int(7.99), int("-12"), float("0.1"), bool("False"), round(2.345, 1))
print(sorted([True, False, 3]), list((1, 2)), tuple([]), list([]), bool(range(0)), bool(range(2)))
a, b, c = range(3)
print(a, b, c, [x * y for x, y in zip(range(3), range(1, 4))])
