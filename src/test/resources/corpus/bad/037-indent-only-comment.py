if True:
    # nothing yet
x = 1
# problem: 3:1 python.indent.missingBlock
