# and, or hand back one of their sides, and stop early.
def say(text, value):
    print(text, end=" ")
    return value


print(0 or "x", "" or [] or None, 1 and 2, 0 and 1, "a" and "b" and "c", None or 0)
print(not 0, not "a", not not 3, not [] and 1, [] or not 1)
print(say("left", False) and say("right", True))
print(say("left", 3) or say("right", 4))
print(say("a", 0) or say("b", "") or say("c", 2) and say("d", 5))
print(1 < say("mid", 2) < 3)
print(5 < say("mid", 2) < say("never", 3))
print(1 if say("test", 0) else 2)
print("low" if 3 < 2 else "mid" if 3 < 5 else "high")
x = None
print(x is None, x is not None, x is None or x > 3)
print(not 1 == 2, not (1 == 2), 1 + 2 == 3 and 4 or 5, 2 in [1, 2] and 3 not in [1, 2])
