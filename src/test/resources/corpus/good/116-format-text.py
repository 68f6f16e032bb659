# Text, expressions and braces inside f-strings.
name = "loss"
values = [1, 2.5, "x"]
width = 8
print(f"{name}: {values} {len(values)} {values[1] * 2} {name.upper()} {{braces}} {{{name}}}")
print(f"|{name:>10}|{name:<10}|{name:^10}|{name}|")
print(f"{name!r} {values!r} {None} {(1, 2)} {1 < 2}")
print(f"{'yes' if len(values) > 2 else 'no'} {[v * 2 for v in [1, 2]]} {max(3, 9):>8} {width * 1.5:.2f}")
print(f"", f"plain", f'{"double"}', f"sum {1 + 2 * 3} {2 ** 0.5 > 1} {(lambda v: v + 1)(2)}")
print(f"{name}" + "{name}" + f"{ 1 + 1 }", f"a\tb\n{name}")
print(f"{'역전파':>6}|{'기울기':<5}|")
for i in range(3):
    print(f"{i:>3} {['#', '##', '###'][i]:<5}|{i / 4:6.3f}")
