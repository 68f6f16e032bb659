z = 3j
# problem: 1:5 python.number.imaginary
