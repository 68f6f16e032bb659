# Whole numbers stay exact below 2 ** 63.
big = 2 ** 62
print(big, big - 1 + big, -big - big, 10 ** 18 + 1, 3 ** 39, -5 ** 27)
print(big // 3, big % 1000, -big // 7, -big % 7, big // -3)
n = 1
for k in range(1, 21):
    n *= k
print(n, n // 10 ** 6, n % 23)
a, b = 0, 1
for _ in range(90):
    a, b = b, a + b
print(a)
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, big < 4.7e18)
print(big / 2, big * 1.0, float(big - 1), int(4e18), int(2.0 ** 62) == big)
print(123456789 * 987654321, 99999999977 * 90000049, 1000000 * 1000)
