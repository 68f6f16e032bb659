x = -4.0
y = x ** 0.5
# problem: 2:5 run.power.complex
