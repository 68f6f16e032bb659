# Softmax with the largest score taken away first.
import numpy as np

scores = np.array([2.0, 1.0, 0.1])
label = 0
shifted = scores - np.max(scores)
exps = np.exp(shifted)
probs = exps / np.sum(exps)
loss = -np.log(probs[label])

grad = probs.copy()
grad[label] -= 1
print(probs)
print(f"{loss:.10f}")
print(grad)
print(np.argmax(probs), probs.argmax() == label)
