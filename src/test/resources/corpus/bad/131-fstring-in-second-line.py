x = 3
print(f"""{x}
{x +}""")
# problem: 3:5 python.syntax.expression
