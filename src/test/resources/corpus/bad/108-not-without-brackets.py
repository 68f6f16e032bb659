x = 1 + not True
# problem: 1:9 python.syntax.needsBrackets
