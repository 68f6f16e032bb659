s = "\N{BULLET}"
# problem: 1:6 python.unsupported.namedCharacter
