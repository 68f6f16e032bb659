x ＝ 3
# problem: 1:3 python.character.lookalike
