print(f"{lambda x: 1}")
# problem: 1:10 python.fstring.lambda
