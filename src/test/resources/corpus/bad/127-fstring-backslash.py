print(f"{'\n'}")
# problem: 1:11 python.fstring.backslash
