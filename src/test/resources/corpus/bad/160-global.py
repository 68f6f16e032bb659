n = 0
def f():
    global n
    n = 1
# problem: 3:5 python.unsupported.global
