pairs = zip([1, 2], [3, 4])
print(len(pairs))
# problem: 2:7 run.type.length
