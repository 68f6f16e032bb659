a = [3.0, "two", 1.0]
a.sort()
# problem: 2:1 run.type.compare
