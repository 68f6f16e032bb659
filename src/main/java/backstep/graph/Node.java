package backstep.graph;

import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One value on the tape: a leaf that the program set, or the result of an op.
///
/// Nodes are compared by identity; `id` tells the order in which they were recorded. A node holds
/// its operands, so whatever no longer leads to anything is freed with its last reader.
public abstract sealed class Node {
  private final long id;
  private final Tensor value;
  private final boolean differentiable;
  private final int depth;
  private final Object origin;

  private Node(long id, Tensor value, List<Node> operands, boolean differentiable, Object origin) {
    this.id = id;
    this.origin = origin;
    this.value = value;
    this.differentiable = differentiable;
    int longest = 0;
    for (Node operand : operands) {
      longest = Math.max(longest, operand.depth + 1);
    }
    this.depth = longest;
  }

  /// The place in the order of recording; operands always have smaller ids.
  public final long id() {
    return id;
  }

  /// The value when it was recorded.
  public final Tensor value() {
    return value;
  }

  /// Whether a gradient can flow to this node: it is an input, or is computed from one.
  public final boolean differentiable() {
    return differentiable;
  }

  /// Whatever the recorder wants to know of where the node came from; the graph does not look at
  /// it. It goes with its node, so nothing has to be cleared away when a node is left behind.
  public final Object origin() {
    return origin;
  }

  /// The length of the longest chain of ops that leads here: 0 for a leaf.
  public final int depth() {
    return depth;
  }

  /// What the value was computed from, in order; none for a leaf.
  public abstract List<Node> operands();

  /// A value that was set rather than computed.
  public static final class Leaf extends Node {
    /// What a leaf is for.
    public enum Kind {
      /// A float that takes a gradient: data, a weight, a bias.
      INPUT,
      /// A named whole number or an array of them, which takes no gradient.
      CONSTANT,
      /// A number written in the formula itself (`0.5 *`, `** 2`). It is folded into the badge of
      /// its op and is not shown as a node.
      LITERAL
    }

    private final Kind kind;

    Leaf(long id, Kind kind, Tensor value, Object origin) {
      super(id, value, List.of(), kind == Kind.INPUT, origin);
      this.kind = kind;
    }

    /// What the leaf is for.
    public Kind kind() {
      return kind;
    }

    /// This leaf as it is when it holds another value: the same place in the program.
    public Leaf with(Tensor value) {
      return new Leaf(id(), kind, value, origin());
    }

    @Override
    public List<Node> operands() {
      return List.of();
    }
  }

  /// The result of an op.
  public static final class Operation extends Node {
    private final Op op;
    private final List<Node> operands;

    Operation(long id, Op op, List<Node> operands, Tensor value, Object origin) {
      super(id, value, operands, anyDifferentiable(operands), origin);
      this.op = op;
      this.operands = operands;
    }

    private static boolean anyDifferentiable(List<Node> operands) {
      for (Node operand : operands) {
        if (operand.differentiable()) {
          return true;
        }
      }
      return false;
    }

    // The same op on other operands, where some are renewed.
    Operation with(Map<Node, Node> renewed) {
      List<Node> now =
          operands.stream().map(operand -> renewed.getOrDefault(operand, operand)).toList();
      return new Operation(id(), op, now, op.value(now.stream().map(Node::value).toList()), origin());
    }

    /// The op.
    public Op op() {
      return op;
    }

    @Override
    public List<Node> operands() {
      return operands;
    }

    /// The op's badge, with its literal operands folded in.
    public String badge() {
      List<@Nullable Double> literals = new ArrayList<>();
      for (Node operand : operands) {
        literals.add(isLiteral(operand) ? Double.valueOf(operand.value().item()) : null);
      }
      return op.badge(Collections.unmodifiableList(literals));
    }
  }

  /// Whether the node is a number that belongs to the badge of its op.
  public static boolean isLiteral(Node node) {
    return node instanceof Leaf leaf
        && leaf.kind() == Leaf.Kind.LITERAL
        && leaf.value().size() == 1;
  }

  @Override
  public String toString() {
    return "#" + id + " = " + value;
  }
}
