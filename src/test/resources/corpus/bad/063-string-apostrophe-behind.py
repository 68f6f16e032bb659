x = 'it's'
# problem: 1:9 python.string.quoteInside
