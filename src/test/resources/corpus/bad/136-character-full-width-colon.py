if True：
    print(1)
# problem: 1:8 python.character.lookalike
