for i in range(0, 5, 0):
    print(i)
# problem: 1:10 run.slice.zero
