x = 0.0
y = x ** -2
# problem: 2:5 run.power.zero
