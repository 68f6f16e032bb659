# Three guesses at once, the update written out as p = p - rate * g.
import numpy as np

target = np.array([42.0, -7.5, 0.25])
guess = np.zeros(3)
for i in range(30):
    loss = 0.5 * np.sum((target - guess) ** 2)
    grad = guess - target
    guess = guess - 0.25 * grad
    if i % 10 == 9:
        print(i + 1, guess, f"{loss:.10f}")
