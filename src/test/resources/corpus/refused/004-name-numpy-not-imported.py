x = 0.5
y = np.exp(x)
# problem: 2:5 run.name.numpy
