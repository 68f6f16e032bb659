x = float([1.0])
# problem: 1:5 run.call.wrongType
