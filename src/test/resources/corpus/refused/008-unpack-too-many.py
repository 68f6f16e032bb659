for x, y in [(1.0, 2.0), (3.0,)]:
    print(x, y)
# problem: 1:5 run.unpack
