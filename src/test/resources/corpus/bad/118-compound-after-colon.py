if True: for i in range(3): print(i)
# problem: 1:10 python.syntax.compoundOnLine
