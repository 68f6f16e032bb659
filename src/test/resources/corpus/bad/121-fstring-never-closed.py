x = 3
print(f"{x")
# problem: 2:9 python.fstring.neverClosed
