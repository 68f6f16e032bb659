x = [i, i for i in range(3)]
# problem: 1:11 python.syntax.comprehensionTuple
