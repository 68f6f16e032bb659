i = 7
if i % 0 == 0:
    print(i)
# problem: 2:4 run.divide.zero
