x = 3
y = x > 2 ? 1 : 0
# problem: 2:11 python.syntax.questionMark
