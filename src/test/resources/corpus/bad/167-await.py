def f():
    return await 3
# problem: 2:12 python.unsupported.async
