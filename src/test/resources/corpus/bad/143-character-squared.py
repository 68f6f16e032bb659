x = 3
y = x²
# problem: 2:6 python.character.lookalike
