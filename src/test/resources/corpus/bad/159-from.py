from math import exp
# problem: 1:1 python.unsupported.from
