# A loss that grows inside a nested loop, with one slope for all of it.
inputs = [[0.5, 1.0], [1.5, -0.5], [-1.0, 0.25]]
answers = [1.0, 0.0, -0.5]
w = [0.2, -0.3]
grads = [0.0, 0.0]
loss = 0.0
for x, t in zip(inputs, answers):
    y = 0.0
    for a, b in zip(w, x):
        y += a * b
    loss += (y - t) ** 2
    for i, value in enumerate(x):
        grads[i] += 2 * (y - t) * value
print(f"{loss:.10f}", [round(g, 8) for g in grads])
