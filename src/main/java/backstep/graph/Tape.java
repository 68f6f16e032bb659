package backstep.graph;

import backstep.tensor.Tensor;
import java.util.List;

/// Records values in the order in which a program computes them.
///
/// The tape keeps no list: each node holds its operands, and [Graph] follows them back from the
/// loss. So a training loop of a million rounds needs no more memory than one round.
public final class Tape {
  private long next;

  /// A value that was set rather than computed.
  ///
  /// @param origin what [Node#origin] gives back
  public Node.Leaf leaf(Node.Leaf.Kind kind, Tensor value, Object origin) {
    return new Node.Leaf(next++, kind, value, origin);
  }

  /// Computes an op and records the result.
  ///
  /// @param origin what [Node#origin] gives back
  /// @throws backstep.tensor.ShapeException if the operands' shapes do not fit
  public Node.Operation record(Op op, List<Node> operands, Object origin) {
    Tensor value = op.value(operands.stream().map(Node::value).toList());
    return new Node.Operation(next++, op, List.copyOf(operands), value, origin);
  }
}
