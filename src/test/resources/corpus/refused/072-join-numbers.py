print(", ".join([1, 2]))
# problem: 1:7 run.join.type
