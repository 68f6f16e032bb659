target_number = 42
guess = -0.2734299525197059
learning_rate = .1

for i in range(350):
    loss = 0.5 * (target_number - guess) ** 2
    grad = guess - target_number
    guess -= learning_rate * grad

    if (i + 1) % 5 == 0:
        print(f'epoch {i+1}: {guess}, loss: {loss}')

print(f'final guess: {guess}')
