import numpy.random
# problem: 1:8 python.unsupported.import
