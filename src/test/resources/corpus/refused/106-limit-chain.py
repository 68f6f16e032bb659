x = 1.0
for i in range(300000):
    x = x * 1.0
loss = x
# problem: 3:9 run.limit.chain
