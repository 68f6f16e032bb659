x = 3
print x
# problem: 2:1 python.syntax.printBrackets
