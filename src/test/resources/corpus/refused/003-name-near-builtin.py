x = [1.0, 2.0]
print(lenn(x))
# problem: 2:7 run.name.near
