# Functions that remember, and functions that make functions.
def adder(n):
    def add(v):
        return v + n
    n = n * 10
    return add


def counter():
    count = [0]

    def tick(step=1):
        count[0] += step
        return count[0]
    return tick


plus = adder(2)
print(plus(1), adder(3)(1))
a = counter()
b = counter()
print(a(), a(), a(5), b(), a())

late = [lambda: k for k in range(3)]
early = [lambda k=k: k for k in range(3)]
print([f() for f in late], [f() for f in early])


def compose(f, g):
    return lambda v: f(g(v))


def twice(f):
    return compose(f, f)


print(twice(twice(lambda v: v * 2))(1), compose(len, str)(12345))
print((lambda a, b=2: a ** b)(5), (lambda: None)())
