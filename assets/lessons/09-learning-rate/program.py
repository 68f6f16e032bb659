learning_rate = 0.15
steep = 10.0  # curvature along b; along a it is 1

a = 4.0
b = 2.0

for i in range(30):
    loss = 0.5 * (a ** 2 + steep * b ** 2)

    grad_a = a
    grad_b = steep * b
    a -= learning_rate * grad_a
    b -= learning_rate * grad_b

    print(f'{i + 1}: {a:.6f} {b:.6f} {loss:.6f}')
