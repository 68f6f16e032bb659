x = 3.0
print(x.grad)
# problem: 2:9 run.attribute.none
