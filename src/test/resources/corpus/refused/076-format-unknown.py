x = 0.25
print(f"{x:.2q}")
# problem: 2:9 run.format.spec
