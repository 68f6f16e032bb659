# Text and its methods.
s = "  Back propagation  "
print(s.strip(), s.upper(), s.lower(), sep="|")
print(s.split(), "a,b,,c".split(","), "a--b".split("--"), "".split(), "".split(","))
print(", ".join(["x", "y", "z"]), "-".join(["a"]), "".join([]), "banana".replace("an", "-"))
w = "gradient"
print(w[0], w[-1], w[2:5], w[::-1], w[:3] + w[3:], len(w), "die" in w, "x" not in w)
print("a" < "b", "Z" < "a", "abc" < "abd", "ab" == 'ab')
print("tab\there", "line\nbreak", "back\\slash", 'it\'s', "quote \" mark")
print(["it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "back\\"])
print("""first
  second""")
print("역전파"[1], len("역전파"), "파" in "역전파", "∂L/∂w = δ·x", ["한글", "é"])
print(str(12) + str(1.5) + str(None) + str([1, "a"]), "7" + "8", int("7") + int("8"))
text = ""
for c in ["a", "b", "c"]:
    text = c + text
print(text, "x".strip("x") == "", "..a..".strip("."), "%d" in "100%d")
