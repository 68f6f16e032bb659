w = 2.0
def step():
    w = w - 0.1
    return w
step()
# problem: 3:9 run.name.unbound
