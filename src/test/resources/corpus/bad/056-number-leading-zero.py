n = 007
# problem: 1:5 python.number.leadingZero
