x = 3 – 2
# problem: 1:7 python.character.lookalike
