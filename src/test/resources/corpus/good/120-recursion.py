# Functions that call themselves.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def gcd(a, b):
    if b == 0:
        return a
    return gcd(b, a % b)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def depth(items):
    deepest = 0
    for item in items:
        if len(item) > 0:
            deepest = max(deepest, depth(item))
        else:
            deepest = max(deepest, 1)
    return deepest + 1


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def power(x, n):
    if n == 0:
        return 1.0
    half = power(x, n // 2)
    return half * half * (x if n % 2 else 1)


print(factorial(10), gcd(1071, 462), fib(15), even(20), odd(7))
print(depth([]), depth([[], [[]], [[[]]]]))
loss = power(1.5, 7) + factorial(3)
print(loss)
