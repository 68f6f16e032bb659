x = 10.0
y = x ** 400
# problem: 2:5 run.number.overflow
