package backstep.trace;

import backstep.graph.Call;
import backstep.graph.Graph;
import backstep.graph.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A closed call: a piece of the graph that is taken for one op of many operands.
///
/// @param call which call it is
/// @param operations its ops, in topological order; nothing else is computed between them
/// @param constants the leaves made and read within it alone, none of which takes a gradient
/// @param output the only op of it that is read outside, or the loss; its last one
/// @param inputs what its ops read from outside, in order of first use, without literals
public record Fold(
    Call call,
    List<Node.Operation> operations,
    List<Node.Leaf> constants,
    Node.Operation output,
    List<Node> inputs) {
  public Fold {
    operations = List.copyOf(operations);
    constants = List.copyOf(constants);
    inputs = List.copyOf(inputs);
  }

  /// Closes a call, if it can be: something is computed in it, one result leaves it, and there is
  /// more to it than that one node.
  ///
  /// Leaves that take a gradient stay outside wherever they were made: their gradients are what the
  /// backward pass is for.
  ///
  /// @param nodes the nodes of the graph that were made in the call
  public static Optional<Fold> of(Graph graph, Call call, Collection<? extends Node> nodes) {
    Set<Node> made = new HashSet<>(nodes);
    List<Node.Operation> operations = graph.operations().stream().filter(made::contains).toList();
    Set<Node> within = new HashSet<>(operations);
    List<Node.Operation> outputs =
        operations.stream().filter(node -> isRead(graph, node, within)).toList();
    List<Node.Leaf> constants =
        graph.leaves().stream()
            .filter(leaf ->
                made.contains(leaf) && !leaf.differentiable() && !isRead(graph, leaf, within))
            .toList();
    if (outputs.size() != 1
        || operations.size() + constants.size() < 2
        || !isUnbroken(graph, operations)) {
      return Optional.empty();
    }
    within.addAll(constants);
    Set<Node> inputs = new LinkedHashSet<>();
    for (Node.Operation operation : operations) {
      operation.operands().stream()
          .filter(operand -> !within.contains(operand) && !Node.isLiteral(operand))
          .forEach(inputs::add);
    }
    Node.Operation output = outputs.getFirst();
    return Optional.of(new Fold(call, operations, constants, output, List.copyOf(inputs)));
  }

  // The loss is read by whoever asks for it.
  private static boolean isRead(Graph graph, Node node, Set<Node> within) {
    return node == graph.loss() || !within.containsAll(graph.consumers(node));
  }

  // As ops are recorded while a call runs, all between its first and last belong to it. Only so can
  // its steps be one, in both directions.
  private static boolean isUnbroken(Graph graph, List<Node.Operation> operations) {
    long first = operations.getFirst().id();
    long last = operations.getLast().id();
    long between =
        graph.operations().stream().filter(node -> first <= node.id() && node.id() <= last).count();
    return between == operations.size();
  }

  /// Whether the node is not to be seen while the call is closed.
  public boolean hides(Node node) {
    return node != output
        && (node instanceof Node.Leaf ? constants.contains(node) : operations.contains(node));
  }
}
