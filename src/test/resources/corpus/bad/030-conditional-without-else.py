x = 3 if True
# problem: 1:14 python.syntax.conditionalElse
