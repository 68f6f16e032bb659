print("hello")
# problem: 1:1 run.loss.none
