n = 99999999999999999999
# problem: 1:5 python.number.tooLarge
