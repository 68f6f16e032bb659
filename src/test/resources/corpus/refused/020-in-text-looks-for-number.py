print(3 in "123")
# problem: 1:7 run.type.inString
