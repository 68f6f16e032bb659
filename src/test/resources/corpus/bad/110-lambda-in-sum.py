f = 1 + lambda: 2
# problem: 1:9 python.syntax.needsBrackets
