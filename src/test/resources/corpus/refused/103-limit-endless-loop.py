i = 0
while True:
    i += 1
# problem: 2:1 run.limit.steps
