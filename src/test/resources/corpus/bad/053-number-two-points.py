x = 1.2.3
# problem: 1:5 python.number.bad
