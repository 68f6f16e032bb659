print(1, sep="", sep="")
# problem: 1:18 python.syntax.keywordRepeated
