x = $3
# problem: 1:5 python.character.unknown
