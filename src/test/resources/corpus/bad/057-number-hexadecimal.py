n = 0xZZ
# problem: 1:5 python.number.bad
