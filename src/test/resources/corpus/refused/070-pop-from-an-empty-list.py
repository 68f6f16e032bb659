a = []
a.pop()
# problem: 2:1 run.index.range
