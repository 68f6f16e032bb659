int n = 3
# problem: 1:1 python.syntax.declaration
