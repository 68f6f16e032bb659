def f():
    yield 1
# problem: 2:5 python.unsupported.yield
