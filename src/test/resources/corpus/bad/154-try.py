try:
    x = 1
except:
    x = 2
# problem: 1:1 python.unsupported.try
