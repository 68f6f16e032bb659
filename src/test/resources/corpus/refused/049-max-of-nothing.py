losses = []
best = min(losses)
# problem: 2:8 run.call.empty
