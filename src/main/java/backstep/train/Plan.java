package backstep.train;

import backstep.graph.Backpropagation;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A graph made ready for training: its values and gradients in buffers that stay where they are.
///
/// The figures are those of the traced engine to the last bit. Branches that the program took
/// (`if`, masks, indices) stay as they were taken. A plan is confined to one thread at a time.
public final class Plan {
  private final Graph graph;
  private final List<Node> parameters;
  private final Map<Node, double[]> values = new HashMap<>();
  private final Map<Node, double[]> gradients = new HashMap<>();
  private final double[][] parameterValues;
  private final double[][] parameterGradients;
  private final Map<Node, Tensor> computed = new HashMap<>();

  private Plan(Graph graph, List<Node> parameters) {
    this.graph = graph;
    this.parameters = parameters;
    for (Node node : graph.nodes()) {
      values.put(node, node.value().toArray());
    }
    for (Node parameter : parameters) {
      gradients.put(parameter, new double[parameter.value().size()]);
    }
    parameterValues = parameters.stream().map(values::get).toArray(double[][]::new);
    parameterGradients = parameters.stream().map(gradients::get).toArray(double[][]::new);
  }

  /// A plan for one recorded graph, whose leaves hold what they held when it was recorded.
  ///
  /// @param parameters leaves of the graph that take a gradient
  /// @throws IllegalArgumentException if one of them is no such leaf
  public static Plan of(Graph graph, List<? extends Node> parameters) {
    for (Node parameter : parameters) {
      if (!(parameter instanceof Node.Leaf leaf)
          || !leaf.differentiable()
          || !graph.leaves().contains(leaf)) {
        throw new IllegalArgumentException("the loss has no gradient by " + parameter);
      }
    }
    return new Plan(graph, List.copyOf(parameters));
  }

  /// The leaves whose gradients are computed, in the order in which they were given.
  public List<Node> parameters() {
    return parameters;
  }

  /// The entries of a leaf, row after row; what is written to them counts from the next
  /// [#forward] on.
  ///
  /// @throws IllegalArgumentException if the graph has no such leaf
  public double[] values(Node leaf) {
    if (!(leaf instanceof Node.Leaf)) {
      throw new IllegalArgumentException("not a leaf: " + leaf);
    }
    return value(leaf);
  }

  /// The entries of any node, row after row, as of the last [#forward]; to be read only.
  ///
  /// @throws IllegalArgumentException if the graph has no such node
  public double[] value(Node node) {
    return Optional.ofNullable(values.get(node))
        .orElseThrow(() -> new IllegalArgumentException("not in the graph: " + node));
  }

  /// ∂loss/∂parameter, row after row, as of the last [#backward].
  ///
  /// @throws IllegalArgumentException if it is none of the parameters
  public double[] gradient(Node parameter) {
    return Optional.ofNullable(gradients.get(parameter))
        .orElseThrow(() -> new IllegalArgumentException("not a parameter: " + parameter));
  }

  // The parameters' entries and their gradients, in their order.
  double[][] parameterValues() {
    return parameterValues;
  }

  double[][] parameterGradients() {
    return parameterGradients;
  }

  /// Computes the loss, and every value it is computed from, from the leaves.
  public double forward() {
    computed.clear();
    Function<Node, Tensor> read = node -> computed.getOrDefault(node, node.value());
    for (Node node : graph.nodes()) {
      double[] entries = value(node);
      if (node instanceof Node.Operation operation) {
        List<Tensor> operands = operation.operands().stream().map(read).toList();
        Tensor value = operation.op().value(operands);
        System.arraycopy(value.toArray(), 0, entries, 0, entries.length);
      }
      computed.put(node, Tensor.of(node.value().shape(), entries));
    }
    return value(graph.loss())[0];
  }

  /// Computes the gradients, at the values of the last [#forward].
  public void backward() {
    Tensor seed = Tensor.full(graph.loss().value().shape(), 1);
    Backpropagation.of(
        graph,
        node -> computed.getOrDefault(node, node.value()),
        seed,
        new Backpropagation.Listener<>() {
          @Override
          public Tensor settled(Node node, Tensor gradient) {
            double[] to = gradients.get(node);
            if (to != null) {
              System.arraycopy(gradient.toArray(), 0, to, 0, to.length);
            }
            return gradient;
          }
        });
  }
}
