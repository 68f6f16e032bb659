x = [i for i in range(3) if i > 1 else 0]
# problem: 1:35 python.syntax.comprehensionElse
