package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The loss of a program as a function of one of its numbers.
///
/// Where the program does the same whatever its numbers are, its graph is worked out anew for each
/// value; else the program itself runs again, so that it may choose another way.
///
/// Confined to one thread at a time.
public final class Response implements DoubleUnaryOperator {
  private final Replays replays;
  private final Graph graph;
  private final Node leaf;
  private final boolean isBranchless;

  /// @param replays the program
  /// @param leaf the number: a leaf of one entry of the first iteration
  public Response(Replays replays, Node leaf) {
    this.replays = replays;
    this.leaf = leaf;
    graph = replays.get(0).graph();
    isBranchless = replays.isBranchless();
  }

  @Override
  public double applyAsDouble(double x) {
    Map<Node, Tensor> changed = Map.of(leaf, Tensor.full(leaf.value().shape(), x));
    return isBranchless
        ? graph.lossWith(changed)
        : replays
            .with(changed)
            .map(iteration -> iteration.graph().loss().value().item())
            .orElse(Double.NaN);
  }

  /// The exact slope where the number stands, from the graph; 0 where the loss does not depend on
  /// it.
  public double slope() {
    Tensor gradient = graph.gradients().get(leaf);
    return gradient == null ? 0 : gradient.item();
  }

  /// What made the loss infinite or NaN: the first value that is, of operands that are not.
  public Optional<Node.Operation> culprit() {
    return graph.nodes().stream()
        .filter(Node.Operation.class::isInstance)
        .map(Node.Operation.class::cast)
        .filter(node -> !isFinite(node) && node.operands().stream().allMatch(Response::isFinite))
        .findFirst();
  }

  private static boolean isFinite(Node node) {
    for (double entry : node.value().toArray()) {
      if (!Double.isFinite(entry)) {
        return false;
      }
    }
    return true;
  }
}
