x = 3
y = x ^ 2
# problem: 2:7 python.unsupported.caret
