a = [1, 2, 3, 4]
a[::2] = [9]
# problem: 2:1 run.slice.size
