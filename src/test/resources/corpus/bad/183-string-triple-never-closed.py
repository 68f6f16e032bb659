print(1)
x = """loss
print(x)
