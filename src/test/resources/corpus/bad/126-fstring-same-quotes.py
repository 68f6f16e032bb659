d = [1]
print(f"{"a"}")
# problem: 2:9 python.fstring.neverClosed
