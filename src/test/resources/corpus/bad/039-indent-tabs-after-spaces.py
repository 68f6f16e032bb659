if True:
        x = 1
	y = 2
# problem: 3:1 python.indent.tabs
