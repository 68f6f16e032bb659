x = 1;; y = 2
# problem: 1:7 python.syntax.expression
