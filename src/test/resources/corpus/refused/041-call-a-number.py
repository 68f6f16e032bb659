x = 3.0
y = 2 (x + 1)
# problem: 2:5 run.call.notFunction
