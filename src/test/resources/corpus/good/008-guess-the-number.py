# 숫자 맞추기: 350걸음 동안 42에 다가간다.
target = 42
guess = -0.2734299525197059
rate = 0.1

for i in range(350):
    loss = 0.5 * (target - guess) ** 2
    grad = guess - target
    guess -= rate * grad
    if (i + 1) % 5 == 0:
        print(f"{i + 1}번째: {guess}, 손실 {loss}")

print(f"마지막: {guess}")
