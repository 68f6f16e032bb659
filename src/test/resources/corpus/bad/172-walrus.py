print((x := 3))
# problem: 1:10 python.unsupported.walrus
