x = 3
return x
# problem: 2:1 python.syntax.returnOutside
