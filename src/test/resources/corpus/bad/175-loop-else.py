for i in range(3):
    print(i)
else:
    print("done")
# problem: 3:1 python.unsupported.loopElse
