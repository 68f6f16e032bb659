print(f"{3!x}")
# problem: 1:12 python.fstring.conversion
