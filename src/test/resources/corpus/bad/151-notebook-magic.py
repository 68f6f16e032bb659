%matplotlib inline
# problem: 1:1 python.unsupported.magic
