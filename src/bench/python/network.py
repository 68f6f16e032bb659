"""Trains the network of the benchmarks, 2-4-2-1, in NumPy and in plain Python.

The same job as TrainingBenchmark: ReLU in the hidden layers, a linear output, the mean of half the
squared errors of a batch of 10, gradient descent over 250 points. Prints the time per sample.

    python3 src/bench/python/network.py
"""

import random
import time

import numpy as np

POINTS, BATCH, RATE = 250, 10, 0.01
SIZES = [(2, 4), (4, 2), (2, 1)]


def with_numpy(epochs):
    draw = np.random.RandomState(1)
    x = draw.uniform(-1, 1, (POINTS, 2))
    t = draw.uniform(-1, 1, (POINTS, 1))
    weights = [draw.uniform(-1, 1, size) for size in SIZES]
    biases = [draw.uniform(-1, 1, size[1]) for size in SIZES]
    for _ in range(epochs):
        for at in range(0, POINTS, BATCH):
            h0, target = x[at : at + BATCH], t[at : at + BATCH]
            h1 = np.maximum(0, h0 @ weights[0] + biases[0])
            h2 = np.maximum(0, h1 @ weights[1] + biases[1])
            d = (h2 @ weights[2] + biases[2] - target) / BATCH
            for layer, below in ((2, h2), (1, h1), (0, h0)):
                d_weights, d_biases = below.T @ d, d.sum(axis=0)
                if layer > 0:
                    d = d @ weights[layer].T * (below > 0)
                weights[layer] -= RATE * d_weights
                biases[layer] -= RATE * d_biases


def with_lists(epochs):
    draw = random.Random(1)
    x = [[draw.uniform(-1, 1) for _ in range(2)] for _ in range(POINTS)]
    t = [draw.uniform(-1, 1) for _ in range(POINTS)]
    weights = [[[draw.uniform(-1, 1) for _ in range(o)] for _ in range(i)] for i, o in SIZES]
    biases = [[draw.uniform(-1, 1) for _ in range(o)] for _, o in SIZES]
    for _ in range(epochs):
        for at in range(0, POINTS, BATCH):
            d_weights = [[[0.0] * o for _ in range(i)] for i, o in SIZES]
            d_biases = [[0.0] * o for _, o in SIZES]
            for n in range(at, at + BATCH):
                h = [x[n]]
                for layer, (i, o) in enumerate(SIZES):
                    z = [
                        sum(h[layer][k] * weights[layer][k][j] for k in range(i)) + biases[layer][j]
                        for j in range(o)
                    ]
                    h.append(z if layer == 2 else [v if v > 0 else 0.0 for v in z])
                d = [(h[3][0] - t[n]) / BATCH]
                for layer in (2, 1, 0):
                    i, o = SIZES[layer]
                    for j in range(o):
                        d_biases[layer][j] += d[j]
                        for k in range(i):
                            d_weights[layer][k][j] += h[layer][k] * d[j]
                    if layer > 0:
                        d = [
                            sum(d[j] * weights[layer][k][j] for j in range(o)) if h[layer][k] > 0 else 0.0
                            for k in range(i)
                        ]
            for layer, (i, o) in enumerate(SIZES):
                for j in range(o):
                    biases[layer][j] -= RATE * d_biases[layer][j]
                    for k in range(i):
                        weights[layer][k][j] -= RATE * d_weights[layer][k][j]


def nanoseconds_per_sample(train, epochs):
    train(2)
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        train(epochs)
        best = min(best, time.perf_counter() - start)
    return best / (epochs * POINTS) * 1e9


print(f"NumPy {np.__version__}: {nanoseconds_per_sample(with_numpy, 40):,.0f} ns per sample")
print(f"plain Python: {nanoseconds_per_sample(with_lists, 4):,.0f} ns per sample")
