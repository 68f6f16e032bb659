s = "abc"
s[0] = "x"
# problem: 2:1 run.index.readOnly
