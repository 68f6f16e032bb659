x = 3
# problem: 1:4 python.character.invisible
