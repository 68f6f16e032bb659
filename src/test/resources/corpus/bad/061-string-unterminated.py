print("loss)
# problem: 1:7 python.string.unterminated
