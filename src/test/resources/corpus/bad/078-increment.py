x = 3
x++
# problem: 2:2 python.syntax.increment
