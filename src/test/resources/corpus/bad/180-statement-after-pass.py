pass x
# problem: 1:6 python.syntax.missingOperator
