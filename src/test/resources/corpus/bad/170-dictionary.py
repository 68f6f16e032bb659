d = {"a": 1}
# problem: 1:5 python.unsupported.braces
