s = "ab"
for i in range(40):
    s = s + s
# problem: 3:9 run.limit.text
