print(f"3 }")
# problem: 1:11 python.fstring.strayBrace
