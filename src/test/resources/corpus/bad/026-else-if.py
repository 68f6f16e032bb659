x = 3
if x > 2:
    print(1)
else if x > 1:
    print(2)
# problem: 4:1 python.syntax.elseIf
