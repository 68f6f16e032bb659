# True is one, False is nought.
print(True + True, True * 3, -True, +False, True / 2, True // 2, True - 0.5)
print(True == 1, False == 0.0, True > False, True is None, sum([True, False, True]))
print(1 == 1.0, 1 < 1.5 < 2, 3 > 2 > 2, 1 != 1.0, "1" == 1, None == 0)
print([10, 20][True], ["no", "yes"][3 > 2])
print(int(True), float(False), str(True), bool(-1), bool(0.0), bool("0"), bool([]), bool([0]))
print(bool(""), bool(None), bool((0,)), bool(-0.0), bool(1e-300))
count = 0
for v in [3, 0, "", "x", [], [0], None, 0.0, -1, True]:
    if v:
        count += 1
    else:
        print("empty:", v)
print(count)
