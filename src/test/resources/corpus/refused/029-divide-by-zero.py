n = 0
mean = 1.5 / n
# problem: 2:8 run.divide.zero
