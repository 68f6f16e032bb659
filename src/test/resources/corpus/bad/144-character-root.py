y = √2
# problem: 1:5 python.character.lookalike
