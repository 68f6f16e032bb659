for i in range(3):
    def f():
        continue
# problem: 3:9 python.syntax.continueOutside
