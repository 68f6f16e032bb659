ｉｆ True:
    print(1)
# problem: 1:1 python.character.lookalike
