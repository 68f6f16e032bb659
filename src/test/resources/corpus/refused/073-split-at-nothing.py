print("a b".split(""))
# problem: 1:7 run.split.empty
