# How arrays are written: columns line up, noughts fall away.
import numpy as np

print(np.array([1.0, 2.5, -3.25]), np.array([1, 20, -300]), np.array([True, False]))
print(np.array([0.1, 0.25, 100.0]), np.array([1.0]), np.array([0.0, -0.0]), np.array([1 / 3]))
print(np.array([[1.5, -2.0], [100.25, 3.0]]))
print(np.array([[1, -20], [300, 4]]), np.array([[True], [False]]))
print(np.array([[0.5]]), np.array([[1.0, 2.0, 3.0]]))
print(np.array([1234567.891, 0.5]), np.array([99999999.0, 0.1]), np.array([1e8, 1.0]))
print([1.0, 2.0], (1.0,), np.array([1.0, 2.0]).tolist(), np.array([[1, 2]]).tolist())
print(np.array([12345678.9, 1.23456789012]), np.array([0.1 + 0.2, 0.3]), np.array([1.000000001, 2.0]))
print(f"{np.array([1.0, 0.5])} and {np.eye(2)}")
print(str(np.array([1.5, 2.0])) + "!", np.array([2.0, 3.0]).T, np.array([[1.0, 2.0]]).T)
print("a", np.array([[1, 2], [3, 4]]), "b", sep="\n")
