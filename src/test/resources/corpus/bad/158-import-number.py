import 3
# problem: 1:8 python.syntax.importName
