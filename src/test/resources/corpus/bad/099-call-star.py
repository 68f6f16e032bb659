xs = [1, 2]
print(*xs)
# problem: 2:7 python.unsupported.starArgument
