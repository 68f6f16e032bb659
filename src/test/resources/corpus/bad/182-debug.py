__debug__ = 1
# problem: 1:1 python.assign.keyword
