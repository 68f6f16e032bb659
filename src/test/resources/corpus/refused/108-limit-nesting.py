a = []
for i in range(200):
    a = [a]
print(a)
# problem: 4:1 run.limit.nesting
