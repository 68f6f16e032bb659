x = 3
print(f'''{x # here
}''')
# problem: 2:14 python.fstring.comment
