for i = 0 in range(3):
    print(i)
# problem: 1:7 python.syntax.forIn
