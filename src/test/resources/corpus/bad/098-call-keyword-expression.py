print(x.y=3)
# problem: 1:7 python.syntax.keywordName
