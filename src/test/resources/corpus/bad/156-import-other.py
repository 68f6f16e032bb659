import matplotlib.pyplot as plt
# problem: 1:8 python.unsupported.import
