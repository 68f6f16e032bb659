def f(*xs):
    return xs
# problem: 1:7 python.unsupported.starParameter
