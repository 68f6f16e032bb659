x = 3 * / 4
# problem: 1:9 python.syntax.expression
