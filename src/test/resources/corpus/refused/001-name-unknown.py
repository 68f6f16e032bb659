x = 3.0
y = x * qqq
# problem: 2:9 run.name.unknown
