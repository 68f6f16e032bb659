print（3）
# problem: 1:6 python.character.lookalike
