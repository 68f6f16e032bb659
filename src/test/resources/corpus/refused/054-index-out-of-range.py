a = [1.0, 2.0]
print(a[2])
# problem: 2:9 run.index.range
