# A chain of unary functions and its slope.
import numpy as np

x = 0.7
a = np.exp(x)
b = a + 1
c = np.log(b)
loss = np.sqrt(c)
d_c = 0.5 / np.sqrt(c)
d_x = d_c / b * a
print(f"{a:.10f} {b:.10f} {c:.10f} {loss:.10f}")
print(f"{d_x:.10f}")
