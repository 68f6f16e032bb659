print("loss" 3)
# problem: 1:14 python.syntax.missingComma
