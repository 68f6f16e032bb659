package backstep.train;

import backstep.graph.Add;
import backstep.graph.Dot;
import backstep.graph.Graph;
import backstep.graph.Maximum;
import backstep.graph.Mean;
import backstep.graph.Multiply;
import backstep.graph.Node;
import backstep.graph.Op;
import backstep.graph.Power;
import backstep.graph.Subtract;
import backstep.graph.Tape;
import backstep.graph.Tie;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.List;

/// One recording of the network that the benchmarks train: 2-4-2-1, ReLU in the hidden layers, a
/// linear output, the mean of half the squared errors of a batch of 10.
///
/// @param x the inputs, 10 × 2
/// @param t the targets, 10 × 1
/// @param parameters weights and biases, layer after layer
record Network(Graph graph, Node x, Node t, List<Node> parameters) {
  static final int BATCH = 10;
  static final int INPUTS = 2;

  private static final Shape INPUT = Shape.of(BATCH, INPUTS);
  private static final Shape TARGET = Shape.of(BATCH, 1);

  /// Records it for a batch.
  ///
  /// @param parameters what the weights and biases hold
  static Network record(double[] inputs, double[] targets, List<Tensor> parameters) {
    Tape tape = new Tape();
    Node x = leaf(tape, Tensor.of(INPUT, inputs));
    Node t = leaf(tape, Tensor.of(TARGET, targets));
    List<Node> p = parameters.stream().map(value -> leaf(tape, value)).toList();
    Node h1 = relu(tape, layer(tape, x, p.get(0), p.get(1)));
    Node h2 = relu(tape, layer(tape, h1, p.get(2), p.get(3)));
    Node o = layer(tape, h2, p.get(4), p.get(5));
    Node error = op(tape, new Subtract(), o, t);
    Node half = op(tape, new Multiply(), literal(tape, 0.5), square(tape, error));
    return new Network(Graph.of(op(tape, new Mean(Over.ALL), half)), x, t, p);
  }

  private static Node layer(Tape tape, Node x, Node weights, Node bias) {
    return op(tape, new Add(), op(tape, new Dot(), x, weights), bias);
  }

  private static Node relu(Tape tape, Node z) {
    return op(tape, new Maximum(Tie.FIRST), literal(tape, 0), z);
  }

  private static Node square(Tape tape, Node x) {
    return op(tape, new Power(), x, literal(tape, 2));
  }

  private static Node op(Tape tape, Op op, Node... x) {
    return tape.record(op, List.of(x), "");
  }

  private static Node leaf(Tape tape, Tensor value) {
    return tape.leaf(Node.Leaf.Kind.INPUT, value, "");
  }

  private static Node literal(Tape tape, double value) {
    return tape.leaf(Node.Leaf.Kind.LITERAL, Tensor.scalar(value), "");
  }
}
