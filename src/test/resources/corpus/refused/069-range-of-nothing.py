for i in range():
    print(i)
# problem: 1:10 run.range.count
