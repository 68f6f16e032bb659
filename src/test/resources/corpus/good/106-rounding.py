# Half goes to the even side; the rest follows the stored value.
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(3.7), round(-3.2))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1e22, 2))
print(round(1234.5678, 1), round(1234.5678, -2), round(15.0, -1), round(25.0, -1), round(-0.4, 0))
print(round(7), round(7, 2), round(3.14159, 3), round(2.5, 0), round(1e-9, 3))
print(int(3.9), int(-3.9), int("42"), int(" -7 "), int(True), int(1e15))
print(float(3), float("1e3"), float(" -2.5 "), float("inf"), float(True))
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {2.675:.2f} {1.005:.2f} {0.125:.2f} {1e21:.1f}")
