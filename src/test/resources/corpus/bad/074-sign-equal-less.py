x = 3
print(x =< 2)
# problem: 2:9 python.syntax.signs
