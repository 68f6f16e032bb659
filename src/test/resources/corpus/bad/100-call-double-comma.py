print(1,, 2)
# problem: 1:9 python.syntax.expression
