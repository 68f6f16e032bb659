x = "3"
y = -x
# problem: 2:5 run.type.unary
