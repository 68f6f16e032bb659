n = 2
for i in range(7):
    n = n * n
# problem: 3:9 run.number.tooLarge
