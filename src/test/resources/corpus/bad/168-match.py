x = 3
match x:
    case 3:
        print(x)
# problem: 2:1 python.unsupported.match
