n = 1__000
# problem: 1:5 python.number.bad
