s = “loss”
# problem: 1:5 python.character.quote
