x = 3
if x > 2 {
    print(x)
}
# problem: 2:10 python.syntax.braceBlock
