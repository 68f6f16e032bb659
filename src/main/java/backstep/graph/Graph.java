package backstep.graph;

import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The part of a tape that leads to the loss: the computation graph.
///
/// Its nodes stand in the order in which they were recorded. That order is topological (operands
/// come before what is computed from them), and it is the same on every run.
public final class Graph {
  private final Node loss;
  private final List<Node> nodes;
  private final Map<Node, List<Node.Operation>> consumers = new HashMap<>();

  private Graph(Node loss, List<Node> nodes) {
    this.loss = loss;
    this.nodes = nodes;
    for (Node node : nodes) {
      if (node instanceof Node.Operation operation) {
        // An operand used twice by one op has that op as a consumer once.
        for (Node operand : Set.copyOf(operation.operands())) {
          consumers.computeIfAbsent(operand, _ -> new ArrayList<>()).add(operation);
        }
      }
    }
  }

  /// Everything the loss was computed from.
  ///
  /// @throws IllegalArgumentException if the loss has not exactly one entry
  public static Graph of(Node loss) {
    requireOneEntry(loss);
    Set<Node> seen = new HashSet<>(Set.of(loss));
    ArrayDeque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Node operand : open.pop().operands()) {
        if (seen.add(operand)) {
          open.push(operand);
        }
      }
    }
    List<Node> nodes =
        seen.stream()
            .filter(node -> node == loss || !Node.isLiteral(node))
            .sorted(Comparator.comparingLong(Node::id))
            .toList();
    return new Graph(loss, nodes);
  }

  /// The value whose gradients are asked for.
  public Node loss() {
    return loss;
  }

  /// All nodes in topological order, without the literals that are folded into badges.
  public List<Node> nodes() {
    return nodes;
  }

  /// The nodes that are results of ops, in topological order.
  public List<Node.Operation> operations() {
    return only(Node.Operation.class).toList();
  }

  /// The nodes that were set rather than computed, in topological order.
  public List<Node.Leaf> leaves() {
    return only(Node.Leaf.class).toList();
  }

  private <N extends Node> java.util.stream.Stream<N> only(Class<N> kind) {
    return nodes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /// The ops that read this node, in topological order.
  public List<Node.Operation> consumers(Node node) {
    return Collections.unmodifiableList(consumers.getOrDefault(node, List.of()));
  }

  /// ∂loss/∂node for every node that takes a gradient.
  public Map<Node, Tensor> gradients() {
    Map<Node, Tensor> gradients = new HashMap<>();
    Backpropagation.of(
        this,
        Node::value,
        Tensor.full(loss.value().shape(), 1),
        new Backpropagation.Listener<>() {
          @Override
          public Tensor settled(Node node, Tensor gradient) {
            gradients.put(node, gradient);
            return gradient;
          }
        });
    return gradients;
  }

  /// Whether the node is a single number here that the loss can be a function of: a leaf of one
  /// entry that takes a gradient.
  public boolean hasNumber(Node node) {
    return node instanceof Node.Leaf
        && node.differentiable()
        && node.value().size() == 1
        && nodes.contains(node);
  }

  /// The loss that comes out when some leaves hold other values.
  ///
  /// Branches that the program took (`if`, masks, indices) stay as they were taken.
  ///
  /// @param replaced the new values, each in the shape of its leaf
  public double lossWith(Map<? extends Node, Tensor> replaced) {
    Map<Node, Tensor> values = new HashMap<>();
    Function<Node, Tensor> read = node -> values.getOrDefault(node, node.value());
    for (Node node : nodes) {
      Tensor other = replaced.get(node);
      if (other != null) {
        values.put(node, requireShape(other, node.value().shape()));
      } else if (node instanceof Node.Operation operation
          && operation.operands().stream().anyMatch(values::containsKey)) {
        values.put(node, operation.op().value(operation.operands().stream().map(read).toList()));
      }
    }
    return read.apply(loss).item();
  }

  /// This graph as it is when some leaves hold other values: what the program would have recorded,
  /// to the last bit, had it taken the same branches (`if`, masks, indices).
  ///
  /// A node that comes out otherwise is a new one, with the id and the origin of the one here that
  /// it is the [#counterpart] of; the others are shared.
  ///
  /// @param replaced the new values; one may have another shape than its leaf where that fits all
  ///   that is computed from it, as more rows of data do
  /// @throws backstep.tensor.ShapeException if a shape does not fit
  /// @throws IllegalArgumentException if the loss would not have exactly one entry
  public Graph with(Map<? extends Node, Tensor> replaced) {
    Map<Node, Node> renewed = new HashMap<>();
    for (Node node : nodes) {
      Tensor other = replaced.get(node);
      if (node instanceof Node.Leaf leaf && other != null) {
        renewed.put(leaf, leaf.with(other));
      } else if (node instanceof Node.Operation operation
          && operation.operands().stream().anyMatch(renewed::containsKey)) {
        renewed.put(node, operation.with(renewed));
      }
    }
    Function<Node, Node> now = node -> renewed.getOrDefault(node, node);
    requireOneEntry(now.apply(loss));
    return new Graph(now.apply(loss), nodes.stream().map(now).toList());
  }

  /// The node of this graph that stands where another does in the graph that this one was made from
  /// by [#with], or that was made from this one.
  ///
  /// @throws IllegalArgumentException if there is none
  public Node counterpart(Node of) {
    int at = Collections.binarySearch(nodes, of, Comparator.comparingLong(Node::id));
    if (at < 0) {
      throw new IllegalArgumentException("no counterpart of " + of);
    }
    return nodes.get(at);
  }

  private static void requireOneEntry(Node loss) {
    if (loss.value().size() != 1) {
      throw new IllegalArgumentException("a loss has one entry, not shape " + loss.value().shape());
    }
  }

  private static Tensor requireShape(Tensor value, Shape shape) {
    if (!value.shape().equals(shape)) {
      throw new IllegalArgumentException("shape " + value.shape() + " where " + shape + " is due");
    }
    return value;
  }

  @Override
  public String toString() {
    return nodes.stream().map(Node::toString).collect(Collectors.joining("\n"));
  }
}
