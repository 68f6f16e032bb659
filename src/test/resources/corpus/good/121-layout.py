# Tabs, semicolons, continuations and bare suites.
a = 1; b = 2; print(a + b)
total = a + \
	b + \
  3
values = [
1,
		2,   # a comment inside

	3,
]
def area(
	width,
	height=2,
):
	# a comment above the docstring is no statement

	"Width times height."
	if width > 0:

		inner = width

		# deeper


		return inner * height
	return 0


print(total, values, area(3), area(
	width=4, height=1))
if a: print("one line")
if not a: pass
elif b == 2: print("other"); print("two on a line")
else: print("no")
for i in range(3): total += i
while total > 5: total -= 4
def short(x): return x * 2
print(total, short(4), (1 +
	2) * 3, "a" if True else
	"b") if a == 1 else print("never")
x = (1,
	2,
	); y = [[1, 2],
	[3, 4]]
print(x, y) ;
"""A bare string
over two lines is no output."""
1 + 1
None
print('end')  # last line, with a comment: 끝
