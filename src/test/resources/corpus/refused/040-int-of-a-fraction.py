n = int("3.5")
# problem: 1:5 run.number.parse
