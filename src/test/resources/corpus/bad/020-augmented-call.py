print(1) += 1
# problem: 1:1 python.assign.call
