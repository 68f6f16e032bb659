# Less common spellings of text and its formats.
pi = 3.141592653589793
name = "loss"
width = 10
print("one " "two "
      "three", "\u00e9 \x41 \u2202", "=" * 12, 3 * "ab" + "-")
for c in "가나다":
    print(c, end=".")
print([c for c in "abc"], list("ab"), sorted("back"), "-".join("xyz"))
print(f"{name:>{width}}|{pi:{width}.{2}f}|{name:*^{width}}|{name!r:>8}")
print(f"{pi:*^12.2f}|{1234567:_>10}|{5:=+6d}|{pi: .3f}|{pi:E}|{name:.2}|{name:6.3}|")
print(f"""{name}
  {pi:.1f}""")
print(1_000_000, 1_0.5, 0.000_1)
