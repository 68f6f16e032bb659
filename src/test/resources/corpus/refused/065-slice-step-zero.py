a = [1.0, 2.0, 3.0]
print(a[::0])
# problem: 2:9 run.slice.zero
