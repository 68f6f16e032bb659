n = 5
for i in n:
    print(i)
# problem: 2:10 run.type.iterate
