x = 1000
print(x is 1000)
# problem: 2:7 run.is.value
