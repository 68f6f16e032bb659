def f():
    n = 0
    def g():
        nonlocal n
        n = 1
# problem: 4:9 python.unsupported.nonlocal
