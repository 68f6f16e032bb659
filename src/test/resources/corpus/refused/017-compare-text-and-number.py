epoch = "10"
if epoch > 5:
    print("late")
# problem: 2:4 run.type.compare
