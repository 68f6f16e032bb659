!pip install numpy
# problem: 1:1 python.unsupported.magic
