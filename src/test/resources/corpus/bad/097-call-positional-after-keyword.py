print(sep="", 1)
# problem: 1:15 python.syntax.positionalAfterKeyword
