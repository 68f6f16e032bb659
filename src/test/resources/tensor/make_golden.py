"""Writes what CPython and NumPy 1.24 print and compute, for GoldenTest to compare with.

    python3 make_golden.py [FOLDER [SEED [FACTOR]]]

Without arguments it writes the committed files, the same ones on every run. FACTOR multiplies the
number of cases: a large one, with another seed, is a search for differences.

Each line is one case, its fields parted by tabs; a newline within a field is written as \\n.
"""

import math
import pathlib
import random
import struct
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1986
FACTOR = int(sys.argv[3]) if len(sys.argv) > 3 else 1
rng = random.Random(SEED)


def field(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def write(name, rows):
    text = "".join("\t".join(field(f) for f in row) + "\n" for row in rows)
    (FOLDER / (name + ".tsv")).write_text(text, encoding="utf-8", newline="\n")


# ---- figures

def from_bits(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def any_double():
    return from_bits(rng.getrandbits(64))


def usual():
    return rng.gauss(0, 1) * 10.0 ** rng.randint(-6, 6)


def nice():
    return round(rng.uniform(-100, 100), rng.randint(0, 6))


def whole():
    return float(rng.randint(-10 ** rng.randint(1, 12), 10 ** rng.randint(1, 12)))


def tie():
    """An odd number over a power of two: its last digit is a 5, so cutting it is a tie."""
    return (2 * rng.randint(-5000, 5000) + 1) / 2.0 ** rng.randint(1, 12)


def edge():
    """A power of ten or two, or one of its neighbours."""
    base = rng.choice([10.0 ** rng.randint(-30, 30), 2.0 ** rng.randint(-1074, 1023)])
    return float(rng.choice([base, -base, np.nextafter(base, 0.0), np.nextafter(base, math.inf)]))


def tiny():
    return from_bits(rng.getrandbits(rng.randint(1, 52)))


def special():
    return rng.choice([0.0, -0.0, math.nan, math.inf, -math.inf, 1.0, 5e-324,
                       1.7976931348623157e308, 2.2250738585072014e-308, 1e16, 1e-4, 1e8, 0.1, 0.3])


KINDS = [any_double, usual, nice, whole, tie, edge, tiny, special]


def numbers():
    for kind in KINDS:
        for _ in range(120 * FACTOR):
            x = kind()
            assert math.isnan(x) or str(np.float64(x)) == repr(x)
            yield x.hex(), repr(x)


# ---- arrays

def floats(count):
    kind = rng.choice([usual, nice, nice, whole, tie, any_double, edge, tiny, None])
    if kind is None:
        scale = 10.0 ** rng.randint(-12, 12)
        values = [rng.gauss(0, 1) * scale for _ in range(count)]
    else:
        values = [kind() for _ in range(count)]
    if rng.random() < 0.25:
        some = [special(), special()]
        values = [rng.choice(some) if rng.random() < 0.3 else v for v in values]
    if rng.random() < 0.05:
        values = [rng.choice([math.nan, math.inf, -math.inf]) for _ in range(count)]
    if rng.random() < 0.15:
        values = [abs(v) for v in values]
    return values


def ints(count):
    low, high = sorted(rng.randint(-10 ** rng.randint(1, 15), 10 ** rng.randint(1, 15))
                       for _ in range(2))
    return [rng.randint(low, high) for _ in range(count)]


def bools(count):
    return [rng.random() < 0.5 for _ in range(count)]


def shape():
    pick = rng.random()
    if pick < 0.05:
        return ()
    if pick < 0.45:
        return (rng.randint(0, 30),)
    if pick < 0.97:
        return rng.randint(0, 7), rng.randint(0, rng.choice([4, 4, 30]))
    return rng.choice([(1000,), (1001,), (1500,), (7, 143), (6, 170), (300, 5), (40, 30), (5, 300),
                       (1001, 1), (1, 1001), (11, 100), (143, 7), (168, 6)])


def arrays():
    for dtype, make, share in ((float, floats, 8), (int, ints, 2), (bool, bools, 1)):
        for _ in range(60 * share * FACTOR):
            dims = shape()
            size = math.prod(dims)
            # Of a large array only the first entries are written; they repeat.
            values = make(min(size, 97))
            entries = [values[i % len(values)] for i in range(size)]
            yield printed(entries, values, dtype, dims)


def printed(entries, values, dtype, dims):
    a = np.array(entries, dtype=dtype).reshape(dims)
    return (a.dtype, ",".join(map(str, dims)), " ".join(repr(v) for v in values), str(a), repr(a))


def borders():
    """Arrays just within and just beyond each rule of printing."""
    for low, high in [(1.0, 1000.0), (1.0, 1000.0000000001), (1e-4, 0.05), (9.999e-5, 0.05),
                      (1e6, 1e8), (1e6, 99999999.0), (99999.99999999, 1e6), (0.1, 99.999999995)]:
        yield printed([low, high], [low, high], float, (2,))
    for digits in range(1, 20):
        for count in range(2, 45):
            if 66 <= count * (digits + 1) <= 84:
                values = [10 ** (digits - 1)] * count
                yield printed(values, values[:1], int, (count,))
                yield printed(values, values[:1], int, (1, count))
    for count in (1000, 1001):
        yield printed([True] * count, [True], bool, (count,))
        yield printed([1] * count, [1], int, (count, 1))


# ---- format specifications

def spec():
    text = ""
    if rng.random() < 0.4:
        if rng.random() < 0.5:
            text += rng.choice(["*", " ", "0", "é", "가", "😀", "<", "{"])
        text += rng.choice("<>=^")
    if rng.random() < 0.3:
        text += rng.choice("+- ")
    if rng.random() < 0.1:
        text += "z"
    if rng.random() < 0.15:
        text += "#"
    if rng.random() < 0.2:
        text += "0"
    if rng.random() < 0.5:
        text += str(rng.randint(0, 30))
    if rng.random() < 0.2:
        text += rng.choice([",", "_", ",", "_", ",_", "_,", ",,"])
    if rng.random() < 0.5:
        text += "." + rng.choice(["", *map(str, range(20)), "40"])
    if rng.random() < 0.8:
        text += rng.choice(["f", "f", "e", "g", "E", "F", "G", "%", "n", "d", "s", "b", "o", "x",
                            "X", "c", "q", "é", "ff"])
    return text


def outcome(action):
    try:
        return "ok", action()
    except (ValueError, OverflowError, TypeError) as problem:
        return "error", problem


def formats():
    kinds = [("float", lambda: rng.choice(KINDS)(), 1700),
             ("int", lambda: rng.choice([rng.randint(-20, 300), rng.randint(-2**63, 2**63 - 1),
                                         rng.randint(-10**6, 10**6)]), 500),
             ("str", lambda: rng.choice(["", "a", "epoch", "손실", "😀b"]), 300)]
    for name, value, count in kinds:
        for _ in range(count * FACTOR):
            v, s = value(), spec()
            status, text = outcome(lambda: format(v, s))
            if any(0xd800 <= ord(c) <= 0xdfff for c in str(text)):
                continue
            yield name, v.hex() if name == "float" else v, s, status, text


def roundings():
    for _ in range(500 * FACTOR):
        x = rng.choice([usual, nice, tie, whole, edge])()
        digits = rng.choice([0, 0, 1, 2, 3, 4, 8, -1, -2, rng.randint(-25, 25)])
        status, rounded = outcome(lambda: round(x, digits))
        if status == "ok":
            yield x.hex(), digits, rounded.hex(), float(np.round(x, digits)).hex()


# ---- shapes

def entry(i, seed):
    """Figures of mixed magnitude from whole numbers, so that GoldenTest can make the same ones."""
    k = (i * 7919 + seed * 104729) % 1000003
    return (k - 500000) / (1 + k % 977)


def filled(dims, seed):
    return np.array([entry(i, seed) for i in range(math.prod(dims))]).reshape(dims)


def listed(a):
    return " ".join(float(v).hex() for v in np.ravel(a))


def sums():
    plain = [(n,) for n in [*range(0, 20), 127, 128, 129, 136, 255, 256, 257, 1000, 8191, 8192,
                            8193, 8200, 16385, 20001]]
    tables = [(r, c) for r in (0, 1, 2, 3, 8, 9, 130) for c in (0, 1, 2, 5, 8, 9, 130, 300)]
    for dims in plain + tables + [(9000, 1), (1, 9000), (2, 9000), (9000, 2)]:
        for seed in range(1 + FACTOR):
            a = filled(dims, seed)
            yield ",".join(map(str, dims)), seed, "all", listed(a.sum())
            for axis in range(len(dims)):
                if math.prod(dims) / max(1, dims[axis]) <= 300:
                    yield ",".join(map(str, dims)), seed, axis, listed(a.sum(axis=axis))


SHAPES = [(), (0,), (1,), (2,), (3,), (0, 1), (1, 0), (1, 1), (1, 2), (1, 3), (2, 1), (3, 1),
          (2, 2), (2, 3), (3, 2), (3, 3), (0, 3), (3, 0), (2, 16), (16, 2), (16, 16), (16,)]


def shown(dims):
    return ",".join(map(str, dims)) if dims else "()"


def pairs():
    """Every operation on every pair of shapes: the shape and figures of its result, or its words."""
    actions = {"plus": np.add, "dividedBy": np.divide, "dot": np.dot, "matmul": np.matmul,
               "outer": np.outer,
               "dot of zeros": lambda a, b: np.dot(abs(a) * -0.0, abs(b)),
               "matmul of zeros": lambda a, b: np.matmul(abs(a) * -0.0, abs(b)),
               "stack": lambda a, b: np.stack([a, b]),
               "broadcastTo": lambda a, b: np.broadcast_to(a, b.shape),
               "reshape": lambda a, b: np.reshape(a, b.shape)}
    for name, action in actions.items():
        for left in SHAPES:
            for right in SHAPES:
                if name in ("outer", "dot of zeros", "matmul of zeros") and max(math.prod(left), math.prod(right)) > 9:
                    continue  # only long
                if name == "stack" and left == right and len(left) == 2:
                    continue  # NumPy goes on to rank 3
                if name == "broadcastTo" and len(left) > len(right):
                    continue  # NumPy has other words for it
                a, b = filled(left, 1), filled(right, 2)
                status, result = outcome(lambda: action(a, b))
                if status == "ok":
                    yield name, shown(left), shown(right), "ok", str(result.shape), listed(result)
                else:
                    yield name, shown(left), shown(right), "error", str(result).strip()


def reductions():
    actions = {"sum": lambda a, **k: a.sum(**k), "max": lambda a, **k: a.max(**k),
               "min": lambda a, **k: a.min(**k)}
    for name, action in actions.items():
        for dims in SHAPES:
            for nan in (False, True):
                a = filled(dims, 3)
                if nan and a.size:
                    a.reshape(-1)[a.size // 2] = math.nan
                for axis in (None, 0, 1, -1, -2, 2):
                    for keep in (False, True):
                        status, result = outcome(lambda: action(a, axis=axis, keepdims=keep))
                        row = name, shown(dims), nan, axis, keep, status
                        if status == "ok":
                            yield *row, str(np.shape(result)), listed(result)
                        elif nan is False:
                            yield *row, str(result)


def reshapes():
    for dims in SHAPES:
        for wanted in [(), (-1,), (6,), (-1, 2), (2, -1), (-1, 0), (0, -1), (-1, -1), (4, -1),
                       (1, -1), (3, 2), (0,), (16, 2), (4, 4)]:
            status, result = outcome(lambda: filled(dims, 1).reshape(wanted))
            yield (shown(dims), shown(wanted), status,
                   str(result.shape) if status == "ok" else str(result))


for name, rows in [("numbers", numbers), ("arrays", arrays), ("borders", borders), ("formats", formats),
                   ("roundings", roundings), ("sums", sums), ("pairs", pairs),
                   ("reductions", reductions), ("reshapes", reshapes)]:
    rng.seed(f"{name} {SEED}")
    write(name, rows())
