w = 3
print(f"{w:{w:{w}}}")
# problem: 2:15 python.fstring.nesting
