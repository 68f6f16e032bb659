a = [0.25, 0.5]
print(f"{a:.2f}")
# problem: 2:9 run.format.type
