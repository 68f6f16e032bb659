with open("data.txt") as f:
    x = 1
# problem: 1:1 python.unsupported.with
