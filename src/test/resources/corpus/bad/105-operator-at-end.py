x = 3 +
y = 2
# problem: 1:8 python.syntax.expressionEnd
