@cached
def f():
    return 1
# problem: 1:1 python.unsupported.decorator
