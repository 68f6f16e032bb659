learning_rate = 0.1
x = 3.0
x -= learning_rte * 2 * x
# problem: 3:6 run.name.near
