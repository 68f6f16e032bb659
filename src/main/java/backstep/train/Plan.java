package backstep.train;

import backstep.graph.Backpropagation;
import backstep.graph.Graph;
import backstep.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A graph made ready for training: compiled once, it computes the loss and its gradients again and
/// again in arrays that stay where they are. No step allocates anything.
///
/// The figures are those of the traced engine ([Graph], [Backpropagation]) to the last bit. Branches
/// that the program took (`if`, masks, indices) stay as they were taken.
///
/// The ops are asked for their values and the sweep for its gradients in [Term]s; these are gathered
/// in [Loop]s, which have their arrays in a [Memory], and [Compiler] makes bytecode of them.
///
/// A plan is confined to one thread at a time.
public final class Plan {
  private final List<Node> parameters;
  private final Map<Node, double[]> values = new HashMap<>();
  private final Map<Node, double[]> gradients = new HashMap<>();
  private final double[][] parameterValues;
  private final double[][] parameterGradients;
  private final double[] loss;
  private final Runnable forward;
  private final Runnable backward;

  private Plan(Graph graph, List<Node> parameters) {
    this.parameters = parameters;
    Terms terms = new Terms();
    Map<Node, Term> value = valueTerms(graph, terms);
    List<Term> computedForward = terms.leadingTo(value.values());
    Map<Node, Term> gradient = gradientTerms(graph, value, terms, Set.copyOf(computedForward));
    List<Term> computedBackward = new ArrayList<>(terms.leadingTo(gradient.values()));
    computedBackward.removeAll(Set.copyOf(computedForward));

    List<Loop> forwardLoops = Loop.of(computedForward);
    List<Loop> backwardLoops = Loop.of(computedBackward);
    Set<Term> kept = new HashSet<>(value.values());
    kept.addAll(gradient.values());
    Memory memory = new Memory(forwardLoops, backwardLoops, kept);
    forward = Compiler.compile(forwardLoops, memory);
    backward = Compiler.compile(backwardLoops, memory);

    value.forEach((node, term) -> values.put(node, memory.entries(term)));
    gradient.forEach((node, term) -> gradients.put(node, memory.entries(term)));
    parameterValues = parameters.stream().map(this::value).toArray(double[][]::new);
    parameterGradients = parameters.stream().map(this::gradient).toArray(double[][]::new);
    loss = value(graph.loss());
  }

  private static Map<Node, Term> valueTerms(Graph graph, Terms terms) {
    Map<Node, Term> value = new HashMap<>();
    for (Node node : graph.nodes()) {
      Term term =
          node instanceof Node.Operation operation
              ? operation.op().value(operation.operands().stream().map(read(value, terms)).toList())
              : terms.of(new Rule.Held(node), node.value().shape());
      // A node has an array of its own, not a view of another's.
      boolean isView = node instanceof Node.Operation && !term.isComputed();
      value.put(node, isView ? term.copied() : term);
    }
    return value;
  }

  // A literal is no node of the graph, and nobody can change it.
  private static Function<Node, Term> read(Map<Node, Term> value, Terms terms) {
    return node ->
        value.containsKey(node)
            ? value.get(node)
            : terms.constant(node.value().item(), node.value().shape());
  }

  private Map<Node, Term> gradientTerms(
      Graph graph, Map<Node, Term> value, Terms terms, Set<Term> computedForward) {
    Map<Node, Term> gradient = new HashMap<>();
    Backpropagation.of(
        graph,
        read(value, terms),
        terms.constant(1, graph.loss().value().shape()),
        new Backpropagation.Listener<>() {
          @Override
          public Term settled(Node node, Term arrived) {
            if (parameters.contains(node)) {
              // An array of its own: of a·b the gradient by a is b, which an optimizer changes.
              Term own = arrived;
              while (!own.isComputed() || computedForward.contains(own)) {
                own = own.copied();
              }
              gradient.put(node, own);
            }
            return arrived;
          }
        });
    return gradient;
  }

  /// A plan for one recorded graph, whose leaves hold what they held when it was recorded.
  ///
  /// @param parameters leaves of the graph that take a gradient
  /// @throws IllegalArgumentException if one of them is no such leaf
  public static Plan of(Graph graph, List<? extends Node> parameters) {
    Set<Node> leaves = new HashSet<>(graph.leaves());
    for (Node parameter : parameters) {
      if (!leaves.contains(parameter) || !parameter.differentiable()) {
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

  /// The entries of any node, row after row, as of the last [#forward]; those of an op are to be
  /// read only.
  ///
  /// @throws IllegalArgumentException if the graph has no such node
  public double[] value(Node node) {
    return Optional.ofNullable(values.get(node))
        .orElseThrow(() -> new IllegalArgumentException("not in the graph: " + node));
  }

  /// ∂loss/∂parameter, row after row, as of the last [#backward]; to be read only.
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
    forward.run();
    return loss[0];
  }

  /// Computes the gradients at the values of the last [#forward].
  public void backward() {
    backward.run();
  }
}
