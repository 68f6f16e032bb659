for i in range(3.0):
    print(i)
# problem: 1:10 run.range.whole
