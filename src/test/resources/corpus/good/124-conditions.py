# if, elif, else, chained comparisons and membership.
def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif 70 <= score < 80:
        return "C"
    else:
        if score < 0:
            return None
        return "D"


print([grade(s) for s in [95, 85, 75, 10, -1, 79.5, 90]])
x = 5
print(1 < x < 10, 1 < x > 3, x == 5 != 4, 1 < 2 < 3 < 3, 3 > x < 9)
print("a" in "cat", "at" in "cat", "" in "cat", 3 in [1, [3]], [3] in [1, [3]], None in [0, None], 1.0 in [1])
print(x if x > 3 else -x, (1, 2) if x else 3, not x > 3, not (x > 3 and x < 4))
y = None
z = y is not None and y > 3
print(z, y is None, [] is None)
if x > 3 and (x < 4 or
              x == 5) and not x == 6:
    print("inside")
if x:
    pass
else:
    print("never")
if [] or 0 or "":
    print("never")
elif "text":
    print("text is true")
