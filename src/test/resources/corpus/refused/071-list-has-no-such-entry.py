a = [1.0, 2.0]
print(a.index(3.0))
# problem: 2:7 run.list.notFound
