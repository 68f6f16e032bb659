x = 3
print(f"{x x}")
# problem: 2:12 python.fstring.fieldEnd
