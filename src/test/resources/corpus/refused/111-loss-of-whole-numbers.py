n = 3
loss = n * n
# problem: 1:1 run.loss.notComputed
