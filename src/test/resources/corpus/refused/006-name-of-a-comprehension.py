a = [k * 2.0 for k in range(3)]
print(k)
# problem: 2:7 run.name.unknown
