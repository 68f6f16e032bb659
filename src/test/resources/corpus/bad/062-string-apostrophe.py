print('it's done')
# problem: 1:11 python.string.quoteInside
