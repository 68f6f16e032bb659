x = 1if True else 2
# problem: 1:5 python.unsupported.numberWord
