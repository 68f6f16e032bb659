x = float("three")
# problem: 1:5 run.number.parse
