for i in range(3):
# problem: 1:1 python.indent.missingBlock
