# A default is made once, when the function is defined.
base = 1


def uses(v, extra=base):
    return v + extra


base = 100
print(uses(1), uses(1, base), uses(extra=5, v=2))


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1))
print(collect(2))
print(collect(3, []))
first = collect(4)
first.append("more")
print(collect(5), len(first))


def fresh(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


print(fresh(1), fresh(2), fresh(3, [0]))


def nothing():
    pass


def early(v):
    """Return without a value below zero."""
    if v < 0:
        return
    return v, -v


print(nothing(), early(-1), early(2))
