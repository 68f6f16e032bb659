# Ten sigmoids in a row: the slope fades on its way back.
import numpy as np


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


weights = [1.0, 0.8, 1.2, 0.9, 1.1, 0.7, 1.3, 1.0, 0.6, 1.4]
x = 0.5
signals = [x]
for w in weights:
    signals.append(sigmoid(w * signals[-1]))
loss = 0.5 * (signals[-1] - 1.0) ** 2

grad = signals[-1] - 1.0
slopes = []
for w, before, after in zip(weights[::-1], signals[-2::-1], signals[:0:-1]):
    local = after * (1 - after)
    slopes.append(grad * local * before)
    grad = grad * local * w

for i, s in enumerate(slopes[::-1]):
    print(f"layer {i + 1:>2}: {s:+.6e}")
print(f"input   : {grad:+.6e}")
