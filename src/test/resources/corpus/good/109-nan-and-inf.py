# Numbers that are none, and numbers without end.
import numpy as np

nan = float("nan")
inf = float("inf")
print(nan, inf, -inf, nan == nan, nan != nan, nan < 1, nan > 1, not nan < 1)
print(inf > 1e308, inf == inf, -inf < inf, inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf)
print(1e308 * 10, -1e308 * 10, 1e-320, 1e-320 / 1e10, inf // 2, 5 % inf, -5 % inf)
print(max(nan, 1), max(1, nan), min(nan, 1), min(1, nan), abs(-inf), bool(nan))
print(f"{nan:.2f} {inf:>6} {-inf:.1f}")
a = np.array([1.0, nan, -inf, inf, 0.0])
print(a, a == a, a > 0)
print(np.maximum(a, 0.5), np.max(a), a.sum(), np.min(a[2:]))
print(1 / a, np.sqrt(a[:2]), np.log(a[4]), np.exp(a[2]), np.exp(800.0))
print(np.array([0.0]) / 0, a * 0)
