while True print(1)
# problem: 1:12 python.syntax.missingColon
