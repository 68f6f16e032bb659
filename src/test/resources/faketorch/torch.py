"""A stand-in for PyTorch, made of NumPy: as much of it as the scripts use that Backstep writes.

It is as strict as the real one where NumPy is not: its functions take no plain numbers, factors of
a matrix product must be of one kind, truth values cannot be subtracted, a leaf that takes a gradient
cannot be changed in place while autograd looks, and such a tensor cannot become an array.
"""

import numpy as np

float64, int64 = np.float64, np.int64
bool = np.bool_
default = np.float32
tracking = True


def set_default_dtype(dtype):
    global default
    default = dtype


class no_grad:
    def __enter__(self):
        global tracking
        self.before, tracking = tracking, False

    def __exit__(self, *_):
        global tracking
        tracking = self.before


def summed(gradient, shape):
    """Undoes broadcasting."""
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1 and gradient.shape[axis] != 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient


class Tensor:
    __array_priority__ = 1000

    def __init__(self, data, parents=(), requires_grad=False):
        self.data = np.asarray(data)
        self.parents = [(p, f) for p, f in parents if p.requires_grad] if tracking else []
        self.requires_grad = requires_grad or len(self.parents) > 0
        self.grad = None

    # ---- Autograd

    def requires_grad_(self, value=True):
        assert self.data.dtype == np.float64, "only floats take gradients"
        self.requires_grad = value
        return self

    def backward(self):
        assert self.data.size == 1, "grad can be implicitly created only for scalar outputs"
        assert self.requires_grad, "does not require grad"
        order, seen = [], set()

        def visit(t):
            if id(t) not in seen:
                seen.add(id(t))
                for p, _ in t.parents:
                    visit(p)
                order.append(t)

        visit(self)
        arrived = {id(self): np.ones_like(self.data)}
        for t in reversed(order):
            g = arrived[id(t)]
            if not t.parents:
                t.grad = Tensor(g if t.grad is None else t.grad.data + g)
            for p, f in t.parents:
                share = summed(np.asarray(f(g)), p.data.shape)
                arrived[id(p)] = arrived[id(p)] + share if id(p) in arrived else share

    def detach(self):
        return Tensor(self.data)

    def clone(self):
        return Tensor(self.data.copy(), [(self, lambda g: g)])

    def numpy(self):
        assert not self.requires_grad, "Can't call numpy() on Tensor that requires grad"
        return self.data

    def item(self):
        assert self.data.size == 1
        return self.data.item()

    def tolist(self):
        return self.data.tolist()

    # ---- Arithmetic

    def __add__(self, other):
        o = lifted(other)
        return Tensor(self.data + o.data, [(self, lambda g: g), (o, lambda g: g)])

    __radd__ = __add__

    def __sub__(self, other):
        o = lifted(other)
        assert self.data.dtype != np.bool_ and o.data.dtype != np.bool_, "- with a bool tensor"
        return Tensor(self.data - o.data, [(self, lambda g: g), (o, lambda g: -g)])

    def __rsub__(self, other):
        return lifted(other) - self

    def __mul__(self, other):
        o = lifted(other)
        return Tensor(
            self.data * o.data, [(self, lambda g: g * o.data), (o, lambda g: g * self.data)]
        )

    __rmul__ = __mul__

    def __truediv__(self, other):
        o = lifted(other)
        return Tensor(
            self.data / o.data,
            [(self, lambda g: g / o.data), (o, lambda g: -g * self.data / o.data**2)],
        )

    def __rtruediv__(self, other):
        return lifted(other) / self

    def __pow__(self, other):
        o = lifted(other)
        y = self.data**o.data
        with np.errstate(all="ignore"):
            logs = np.where(self.data > 0, np.log(np.where(self.data > 0, self.data, 1)), 0)
        return Tensor(
            y,
            [
                (self, lambda g: g * o.data * self.data ** (o.data - 1.0)),
                (o, lambda g: g * y * logs),
            ],
        )

    def __rpow__(self, other):
        return lifted(other) ** self

    def __mod__(self, other):
        o = lifted(other)
        return Tensor(
            self.data % o.data,
            [(self, lambda g: g), (o, lambda g: -g * np.floor(self.data / o.data))],
        )

    def __floordiv__(self, other):
        return Tensor(self.data // lifted(other).data)

    def __neg__(self):
        return Tensor(-self.data, [(self, lambda g: -g)])

    def __abs__(self):
        return Tensor(np.abs(self.data), [(self, lambda g: g * np.sign(self.data))])

    def __isub__(self, other):
        assert not (tracking and self.requires_grad and not self.parents), "a leaf in place"
        self.data -= lifted(other).data
        return self

    def __iadd__(self, other):
        assert not (tracking and self.requires_grad and not self.parents), "a leaf in place"
        return self + other

    def __matmul__(self, other):
        return self.matmul(other)

    def matmul(self, other):
        assert isinstance(other, Tensor)
        a, b = self.data, other.data
        assert a.dtype == b.dtype, "expected both to have the same dtype"
        assert a.ndim and b.ndim, "both arguments to matmul need to be at least 1D"

        def left(g):
            if a.ndim == 1 and b.ndim == 1:
                return g * b
            if a.ndim == 1:
                return b @ g
            return np.outer(g, b) if b.ndim == 1 else g @ b.T

        def right(g):
            if a.ndim == 1 and b.ndim == 1:
                return g * a
            if a.ndim == 1:
                return np.outer(a, g)
            return a.T @ g

        return Tensor(a @ b, [(self, left), (other, right)])

    def __gt__(self, other):
        return Tensor(self.data > lifted(other).data)

    def __ge__(self, other):
        return Tensor(self.data >= lifted(other).data)

    def __lt__(self, other):
        return Tensor(self.data < lifted(other).data)

    def __le__(self, other):
        return Tensor(self.data <= lifted(other).data)

    def __eq__(self, other):
        return Tensor(self.data == lifted(other).data)

    def __ne__(self, other):
        return Tensor(self.data != lifted(other).data)

    __hash__ = object.__hash__

    def __bool__(self):
        assert self.data.size == 1
        return self.data.item() != 0

    def __float__(self):
        return float(self.data.item())

    def __int__(self):
        return int(self.data.item())

    def __index__(self):
        assert self.data.dtype == np.int64
        return int(self.data.item())

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return (self[i] for i in range(len(self.data)))

    def __format__(self, spec):
        if self.data.ndim == 0:
            return format(self.data.item(), spec)
        assert spec == "", "unsupported format string passed to Tensor.__format__"
        return str(self)

    def __str__(self):
        return "tensor(...)"

    # ---- Shapes and entries

    @property
    def T(self):
        assert self.data.ndim == 2, "T of a tensor that is no matrix"
        return Tensor(self.data.T, [(self, lambda g: g.T)])

    @property
    def shape(self):
        return self.data.shape

    @property
    def ndim(self):
        return self.data.ndim

    def numel(self):
        return self.data.size

    def reshape(self, *shape):
        return Tensor(self.data.reshape(*shape), [(self, lambda g: g.reshape(self.data.shape))])

    def flatten(self):
        return self.reshape(-1)

    ravel = flatten

    def __getitem__(self, at):
        at = plain(at)

        def back(g):
            all = np.zeros_like(self.data)
            np.add.at(all, at, g)
            return all

        return Tensor(self.data[at], [(self, back)])

    def __setitem__(self, at, value):
        assert not (self.requires_grad and not self.parents), "a leaf in place"
        at, v = plain(at), lifted(value)
        old = Tensor(self.data.copy(), [])
        old.parents, old.requires_grad = self.parents, self.requires_grad
        new = self.data.copy()
        new[at] = v.data
        self.data = new

        def outside(g):
            g = g.copy()
            g[at] = 0
            return g

        made = Tensor(new, [(old, outside), (v, lambda g: g[at])])
        self.parents, self.requires_grad = made.parents, made.requires_grad

    def fill_(self, value):
        self.data = np.full_like(self.data, value)

    def double(self):
        return self.to(float64)

    def long(self):
        return self.to(int64)

    def to(self, dtype):
        return Tensor(self.data.astype(dtype), [(self, lambda g: g)])

    # ---- Reductions

    def sum(self, dim=None, keepdim=False):
        return Tensor(
            self.data.sum(axis=dim, keepdims=keepdim),
            [(self, lambda g: spread(g, self.data, dim, keepdim))],
        )

    def mean(self, dim=None, keepdim=False):
        assert self.data.dtype == np.float64, "mean(): could not infer output dtype"
        count = self.data.size if dim is None else self.data.shape[dim]
        return self.sum(dim, keepdim) / count

    def best(self, find, dim, keepdim):
        y = find(self.data, axis=dim, keepdims=True)
        hits = self.data == y
        hits = hits / hits.sum(axis=dim, keepdims=True)
        shown = find(self.data, axis=dim, keepdims=keepdim)
        return Tensor(shown, [(self, lambda g: spread(g, self.data, dim, keepdim) * hits)])

    def amax(self, dim=None, keepdim=False):
        return self.best(np.max, dim, keepdim)

    def amin(self, dim=None, keepdim=False):
        return self.best(np.min, dim, keepdim)

    def max(self):
        return self.amax()

    def min(self):
        return self.amin()

    def argmax(self, dim=None):
        return Tensor(self.data.argmax(axis=dim))

    def argmin(self, dim=None):
        return Tensor(self.data.argmin(axis=dim))

    def any(self):
        return Tensor(self.data.any())

    def all(self):
        return Tensor(self.data.all())

    def clamp(self, min=None, max=None):
        return clamp(self, min, max)


def spread(gradient, like, dim, keepdim):
    if dim is not None and not keepdim:
        gradient = np.expand_dims(gradient, dim)
    return np.broadcast_to(gradient, like.shape)


def lifted(value):
    return value if isinstance(value, Tensor) else Tensor(np.asarray(value))


def plain(at):
    if isinstance(at, tuple):
        return tuple(plain(one) for one in at)
    return at.data if isinstance(at, Tensor) else at


def required(value):
    assert isinstance(value, Tensor), "argument 'input' must be Tensor, not %s" % type(value)
    return value


# ---- Making tensors


def tensor(data, dtype=None, requires_grad=False):
    assert not isinstance(data, Tensor), "use clone()"
    made = np.array(data)
    if dtype is not None:
        made = made.astype(dtype)
    elif made.dtype == np.float64 and not isinstance(data, np.ndarray):
        made = made.astype(default)
    return Tensor(made, requires_grad=requires_grad)


def as_tensor(data):
    return data if isinstance(data, Tensor) else tensor(data)


def zeros(*shape, dtype=None, requires_grad=False):
    return Tensor(np.zeros(*shape).astype(dtype or default), requires_grad=requires_grad)


def ones(*shape, dtype=None, requires_grad=False):
    return Tensor(np.ones(*shape).astype(dtype or default), requires_grad=requires_grad)


def full(shape, value, dtype=None, requires_grad=False):
    assert isinstance(shape, tuple), "full(): argument 'size' must be tuple of ints"
    return Tensor(np.full(shape, plain(value)), requires_grad=requires_grad)


def eye(n, m=None, dtype=None, requires_grad=False):
    return Tensor(np.eye(n, m).astype(dtype or default), requires_grad=requires_grad)


def arange(*bounds, dtype=None):
    return Tensor(np.arange(*bounds, dtype=dtype))


def linspace(start, stop, steps, requires_grad=False):
    return Tensor(np.linspace(start, stop, steps), requires_grad=requires_grad)


def zeros_like(x, dtype=None):
    return Tensor(np.zeros_like(required(x).data, dtype=dtype))


def ones_like(x, dtype=None):
    return Tensor(np.ones_like(required(x).data, dtype=dtype))


def stack(tensors):
    return Tensor(
        np.stack([required(t).data for t in tensors]),
        [(t, lambda g, i=i: g[i]) for i, t in enumerate(tensors)],
    )


# ---- Functions


def elementwise(value, derivative):
    def function(x):
        y = value(required(x).data)
        return Tensor(y, [(x, lambda g: g * derivative(x.data, y))])

    return function


exp = elementwise(np.exp, lambda x, y: y)
log = elementwise(np.log, lambda x, y: 1 / x)
sqrt = elementwise(np.sqrt, lambda x, y: 0.5 / y)
tanh = elementwise(np.tanh, lambda x, y: 1 - y**2)
sin = elementwise(np.sin, lambda x, y: np.cos(x))
cos = elementwise(np.cos, lambda x, y: -np.sin(x))
square = elementwise(np.square, lambda x, y: 2 * x)
relu = elementwise(lambda x: np.maximum(x, 0), lambda x, y: x > 0)
isnan = elementwise(np.isnan, lambda x, y: 0 * x)
isinf = elementwise(np.isinf, lambda x, y: 0 * x)
isfinite = elementwise(np.isfinite, lambda x, y: 0 * x)
abs = lambda x: required(x).__abs__()
neg = lambda x: -required(x)
pow = lambda x, y: required(x) ** y
add = lambda x, y: required(x) + y
sub = lambda x, y: required(x) - y
mul = lambda x, y: required(x) * y
div = lambda x, y: required(x) / y
matmul = lambda a, b: required(a).matmul(b)
outer = lambda a, b: required(a).reshape(-1, 1) * required(b).reshape(1, -1)
reshape = lambda x, shape: required(x).reshape(shape)
sum = lambda x, dim=None, keepdim=False: required(x).sum(dim, keepdim)
mean = lambda x, dim=None, keepdim=False: required(x).mean(dim, keepdim)
amax = lambda x, dim=None, keepdim=False: required(x).amax(dim, keepdim)
amin = lambda x, dim=None, keepdim=False: required(x).amin(dim, keepdim)
max = lambda x: required(x).amax()
min = lambda x: required(x).amin()
argmax = lambda x, dim=None: required(x).argmax(dim)
argmin = lambda x, dim=None: required(x).argmin(dim)
any = lambda x: required(x).any()
all = lambda x: required(x).all()


def where(mask, x, y):
    assert required(mask).data.dtype == np.bool_, "where expected condition to be a boolean tensor"
    x, y = lifted(x), lifted(y)
    return Tensor(
        np.where(mask.data, x.data, y.data),
        [(x, lambda g: g * mask.data), (y, lambda g: g * ~mask.data)],
    )


def maximum(x, y):
    tie = 0.5 * (required(x).data == required(y).data)
    return Tensor(
        np.maximum(x.data, y.data),
        [(x, lambda g: g * ((x.data > y.data) + tie)), (y, lambda g: g * ((x.data < y.data) + tie))],
    )


def minimum(x, y):
    return -maximum(-x, -y)


def clamp(x, min=None, max=None):
    low = -np.inf if min is None else plain(min)
    high = np.inf if max is None else plain(max)
    inside = (required(x).data >= low) & (x.data <= high)
    return Tensor(np.clip(x.data, low, high), [(x, lambda g: g * inside)])
