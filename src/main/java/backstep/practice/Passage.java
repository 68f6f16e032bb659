package backstep.practice;

import backstep.graph.Dot;
import backstep.graph.Index;
import backstep.graph.Max;
import backstep.graph.Mean;
import backstep.graph.Min;
import backstep.graph.Node;
import backstep.graph.Outer;
import backstep.graph.Put;
import backstep.graph.Reshape;
import backstep.graph.Stack;
import backstep.graph.Sum;
import backstep.graph.Tanh;
import backstep.graph.Transpose;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ops that turn one variable into another of the same shape, entry by entry: an activation, be it
/// one op or several, in a function or written out.
///
/// @param operations in topological order, the last of which is `to`
record Passage(Node from, Node.Operation to, List<Node.Operation> operations) {
  private static final int MAX_OPERATIONS = 12;

  /// The passage that ends here, if the value comes of one variable alone.
  static Optional<Passage> to(Node.Operation to, Reference reference) {
    Set<Node> inside = new HashSet<>(Set.of(to));
    Set<Node> sources = new HashSet<>();
    List<Node.Operation> open = new ArrayList<>(List.of(to));
    for (int i = 0; i < open.size(); i++) {
      if (!isEntrywise(open.get(i)) || open.size() > MAX_OPERATIONS) {
        return Optional.empty();
      }
      for (Node operand : open.get(i).operands()) {
        if (!operand.differentiable()) {
          continue;
        }
        boolean isInner =
            operand instanceof Node.Operation && reference.origins().globals(operand).isEmpty();
        if (!isInner) {
          sources.add(operand);
        } else if (inside.add(operand)) {
          open.add((Node.Operation) operand);
        }
      }
    }
    open.sort(Comparator.comparingLong(Node::id));
    Node from = sources.size() == 1 ? sources.iterator().next() : to;
    return from != to && from.value().size() == to.value().size()
        ? Optional.of(new Passage(from, to, List.copyOf(open)))
        : Optional.empty();
  }

  private static boolean isEntrywise(Node.Operation operation) {
    return switch (operation.op()) {
      case Dot _,
          Outer _,
          Sum _,
          Mean _,
          Max _,
          Min _,
          Index _,
          Put _,
          Reshape _,
          Stack _,
          Transpose _ ->
          false;
      default -> true;
    };
  }

  /// What all its nodes hold when something else goes in.
  Map<Node, Tensor> valuesAt(Tensor input) {
    Map<Node, Tensor> values = new HashMap<>(Map.of(from, input));
    for (Node.Operation operation : operations) {
      List<Tensor> x =
          operation.operands().stream()
              .map(node -> values.getOrDefault(node, node.value()))
              .toList();
      values.put(operation, operation.op().value(x));
    }
    return values;
  }

  /// The derivative that one gets who puts what went in where the result belongs: of a tanh and of
  /// a logistic function it is written with the result, 1 − y² and y·(1 − y).
  Optional<Tensor> atInput(Tensor x, Tensor y) {
    if (operations.size() == 1 && to.op() instanceof Tanh) {
      return Optional.of(x.map(t -> 1 - t * t));
    }
    boolean isLogistic = Likeness.sameEntries(y, x.map(t -> 1 / (1 + Math.exp(-t))));
    return isLogistic ? Optional.of(x.map(t -> t * (1 - t))) : Optional.empty();
  }
}
