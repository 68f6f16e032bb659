package backstep.train;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The program that the benchmarks train: a 2-4-2-1 network, ReLU in the hidden layers, a linear
/// output, the mean of half the squared errors over a batch of 10.
final class Network {
  static final int BATCH = 10;
  static final int POINTS = 250;
  static final int INPUTS = 2;

  /// All points, row after row, and their targets.
  static final double[] INPUT = new Random(1).doubles(POINTS * INPUTS, -1, 1).toArray();

  static final double[] TARGET = new Random(2).doubles(POINTS, -1, 1).toArray();

  private static final String PROGRAM =
      """
      import numpy as np
      x = np.array(%s)
      t = np.array(%s)
      W1 = np.array(%s)
      b1 = np.array(%s)
      W2 = np.array(%s)
      b2 = np.array(%s)
      W3 = np.array(%s)
      b3 = np.array(%s)
      h1 = np.maximum(0, x.dot(W1) + b1)
      h2 = np.maximum(0, h1.dot(W2) + b2)
      o = h2.dot(W3) + b3
      loss = np.mean(.5 * (o - t) ** 2)
      """;

  final Graph graph;
  final Map<String, Node> variables;

  /// @param start the weights and biases to begin with
  Network(HandWritten start) {
    Run run = Program.of(program(start)).run(Options.DEFAULT);
    graph = run.last().graph();
    variables = run.variables(graph);
  }

  /// The parameters, in the order of the layers.
  List<Node> parameters() {
    return Stream.of("W1", "b1", "W2", "b2", "W3", "b3").map(variables::get).toList();
  }

  private static String program(HandWritten start) {
    return PROGRAM.formatted(
        matrix(Arrays.copyOf(INPUT, BATCH * INPUTS), INPUTS),
        matrix(Arrays.copyOf(TARGET, BATCH), 1),
        matrix(start.w1, 4),
        Arrays.toString(start.b1),
        matrix(start.w2, 2),
        Arrays.toString(start.b2),
        matrix(start.w3, 1),
        Arrays.toString(start.b3));
  }

  private static String matrix(double[] entries, int columns) {
    return IntStream.range(0, entries.length / columns)
        .mapToObj(i -> Arrays.copyOfRange(entries, i * columns, (i + 1) * columns))
        .map(Arrays::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
