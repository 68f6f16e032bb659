print(f"{}")
# problem: 1:9 python.fstring.empty
