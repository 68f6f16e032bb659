# The same seed, the same numbers, in any shape.
import numpy as np

np.random.seed(42)
print(np.random.rand())
print(np.random.rand(3))
print(np.random.rand(2, 2))
print(f"{np.random.randn():.10f}")
print(np.random.randn(3))
print(np.random.rand(), f"{np.random.randn():.10f}")
print(np.random.randn(2, 3))
np.random.seed(42)
print(np.random.rand(), np.random.rand(2))
for seed in [0, 1, 7, 12345, 2 ** 32 - 1]:
    np.random.seed(seed)
    a = np.random.randn(3)
    u = np.random.rand()
    b = np.random.randn(1, 2)
    print(seed, a, u, b.shape, b)
np.random.seed(3)
draws = np.random.randn(2000)
print(f"{draws.mean():.8f} {np.mean(draws ** 2):.8f} {draws.max():.8f}", draws.size)
steps = np.random.rand(1000) > 0.5
print(steps.sum(), np.random.rand(0), np.random.randn(2)[:1].shape)
