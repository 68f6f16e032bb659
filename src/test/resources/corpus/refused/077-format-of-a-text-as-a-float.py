x = "0.25"
print(f"{x:.2f}")
# problem: 2:9 run.format.spec
