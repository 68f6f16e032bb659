package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.graph.Tape;
import backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The traced engine's figures for a graph whose leaves hold other values: the same ops recorded
/// anew.
///
/// @param nodes for each node of the old graph its node of the new one
record Rerecorded(Graph graph, Map<Node, Node> nodes) {
  static Rerecorded of(Graph old, Function<Node, Tensor> leaves) {
    Tape tape = new Tape();
    Map<Node, Node> nodes = new HashMap<>();
    for (Node node : old.nodes()) {
      nodes.put(
          node,
          switch (node) {
            case Node.Leaf leaf -> tape.leaf(leaf.kind(), leaves.apply(leaf), leaf.origin());
            case Node.Operation operation -> {
              List<Node> operands =
                  operation.operands().stream()
                      .map(operand -> nodes.computeIfAbsent(operand, o -> literal(tape, o)))
                      .toList();
              yield tape.record(operation.op(), operands, operation.origin());
            }
          });
    }
    return new Rerecorded(Graph.of(nodes.get(old.loss())), nodes);
  }

  private static Node literal(Tape tape, Node literal) {
    return tape.leaf(Node.Leaf.Kind.LITERAL, literal.value(), literal.origin());
  }

  /// Writes the new values into a plan of the old graph, runs it, and compares every value and
  /// gradient to the last bit: 0.0 is not -0.0, and NaN is NaN.
  void assertSameAs(Plan plan) {
    nodes.forEach((old, now) -> {
      if (now instanceof Node.Leaf && !Node.isLiteral(now)) {
        double[] entries = plan.values(old);
        System.arraycopy(now.value().toArray(), 0, entries, 0, entries.length);
      }
    });
    double loss = plan.forward();
    nodes.forEach((old, now) -> {
      if (!Node.isLiteral(now)) {
        assertThat(tensor(now, plan.value(old))).as("value of %s", now).isEqualTo(now.value());
      }
    });
    assertThat(Tensor.scalar(loss)).isEqualTo(Tensor.scalar(graph.loss().value().item()));

    Map<Node, Tensor> gradients = graph.gradients();
    for (int times = 1; times <= 2; times++) {
      plan.backward();
      for (Node parameter : plan.parameters()) {
        Node now = nodes.get(parameter);
        assertThat(tensor(now, plan.gradient(parameter)))
            .as("gradient of %s after %s backward passes", now, times)
            .isEqualTo(gradients.get(now));
      }
    }
  }

  private static Tensor tensor(Node node, double[] entries) {
    return Tensor.of(node.value().shape(), entries);
  }
}
