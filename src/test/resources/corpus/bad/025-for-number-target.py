for 3 in range(3):
    print(3)
# problem: 1:5 python.assign.literal
