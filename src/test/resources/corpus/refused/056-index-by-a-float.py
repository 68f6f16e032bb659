a = [1.0, 2.0, 3.0]
half = len(a) / 2
print(a[half])
# problem: 3:9 run.index.type
