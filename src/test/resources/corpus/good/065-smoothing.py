# Exponential smoothing written with a conditional expression.
values = [3.0, 4.0, 2.5, 5.0, 4.5]
alpha = 0.25
level = None
squares = []
for v in values:
    level = v if level is None else level + alpha * (v - level)
    squares.append((v - level) ** 2)
loss = squares[0] + squares[1] + squares[2] + squares[3] + squares[4]
print(level, loss)
print(len(squares), squares[-1])
