x = 3
y = 2x + 1
# problem: 2:5 python.number.tail
