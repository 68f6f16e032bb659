print "hello"
# problem: 1:1 python.syntax.printBrackets
