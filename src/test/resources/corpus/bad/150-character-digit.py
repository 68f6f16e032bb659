x = ٣
# problem: 1:5 python.character.unknown
