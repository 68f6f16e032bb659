async def f():
    pass
# problem: 1:1 python.unsupported.async
