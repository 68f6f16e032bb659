package backstep.practice;

import backstep.graph.Node;
import backstep.tensor.Shape;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A sweep back to one node in which something may be done wrong on purpose: what a learner would
/// have computed by that mistake.
final class Sweep {
  /// What an op sends, if it is not what is right.
  interface Slip {
    /// Nothing is done wrong.
    Slip NONE = (_, _) -> Optional.empty();

    /// What the op sends to each of its operands or, at a jump, to another node; empty if it does
    /// as it should.
    Optional<List<Sent>> sends(Node.Operation from, Tensor upstream);
  }

  /// @param to who receives it
  record Sent(Node to, Tensor share) {}

  private final Reference reference;
  private final Node target;
  private final Map<Node, Tensor> known;
  private final Map<Node, Tensor> values;

  /// @param known gradients that the learner's earlier lines gave, which are gone on from
  /// @param values what some nodes hold instead of their own values
  Sweep(Reference reference, Node target, Map<Node, Tensor> known, Map<Node, Tensor> values) {
    this.reference = reference;
    this.target = target;
    this.known = known;
    this.values = values;
  }

  Tensor value(Node node) {
    return values.getOrDefault(node, node.value());
  }

  /// The gradient of the target; none where a mistake keeps the shapes from fitting.
  Optional<Tensor> run(Slip slip) {
    try {
      return sweep(slip);
    } catch (ShapeException e) {
      return Optional.empty();
    }
  }

  private Optional<Tensor> sweep(Slip slip) {
    Node loss = reference.graph().loss();
    Map<Node, Tensor> arrived = new HashMap<>();
    arrived.put(loss, Tensor.full(loss.value().shape(), 1));
    for (Node node : reference.graph().nodes().reversed()) {
      Tensor total = arrived.remove(node);
      if (node == target) {
        return Optional.ofNullable(total);
      }
      Tensor upstream = known(node).orElse(total);
      if (upstream != null && node instanceof Node.Operation operation) {
        List<Sent> sent =
            slip.sends(operation, upstream).orElseGet(() -> rightly(operation, upstream));
        for (Sent flow : sent) {
          arrived.merge(flow.to, flow.share, Tensor::plus);
        }
      }
    }
    return Optional.empty();
  }

  // A line may give a gradient in a shape of its own, as (1,) for ().
  private Optional<Tensor> known(Node node) {
    Shape shape = node.value().shape();
    return Optional.ofNullable(known.get(node))
        .filter(value -> value.size() == shape.size() || value.shape().stretchesTo(shape))
        .map(value ->
            value.size() == shape.size() ? value.reshape(shape) : value.broadcastTo(shape));
  }

  /// What the op should send.
  List<Sent> rightly(Node.Operation from, Tensor upstream) {
    List<Tensor> x = from.operands().stream().map(this::value).toList();
    return IntStream.range(0, x.size())
        .filter(i -> from.operands().get(i).differentiable())
        .mapToObj(i -> sent(from, i, x, value(from), upstream))
        .toList();
  }

  /// What the op sends to one operand when it works with these values.
  Sent sent(Node.Operation from, int operand, List<Tensor> x, Tensor y, Tensor upstream) {
    return fitted(from.operands().get(operand), from.op().pullback(operand, x, y, upstream));
  }

  /// The share as it arrives: only in the target's own line may its shape be wrong.
  Sent fitted(Node to, Tensor share) {
    Shape shape = to.value().shape();
    if (share.shape().equals(shape)) {
      return new Sent(to, share);
    }
    try {
      return new Sent(to, share.sumTo(shape));
    } catch (ShapeException e) {
      if (to == target) {
        return new Sent(to, share);
      }
      throw e;
    }
  }
}
