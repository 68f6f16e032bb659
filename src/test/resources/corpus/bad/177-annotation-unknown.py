x: list[float] = []
# problem: 1:8 python.unsupported.annotation
