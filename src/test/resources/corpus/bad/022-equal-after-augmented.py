x = 1
x += y = 2
# problem: 2:8 python.syntax.strayEqual
