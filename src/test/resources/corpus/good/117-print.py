# Separators and endings.
print()
print("a", "b", 1, 2.0, None, True)
print("a", "b", sep="")
print("a", "b", sep=", ", end="!\n")
print(1, 2, 3, sep="\n")
for i in range(5):
    print(i, end=" " if i < 4 else "\n")
print("no end", end="")
print(" here", end="\n\n")
print("", "", sep="-")
print([], (), "", [None], [""], [[]], ((),))
print("x" , [1.0, 2], ("t", 'q'), -0.0)
