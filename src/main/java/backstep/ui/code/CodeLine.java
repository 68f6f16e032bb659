package backstep.ui.code;

import backstep.graph.Node;
import java.util.Set;

/// A line of code and the nodes that it computes: their values, or in the backward pass their
/// gradients.
///
/// @param updates whether the line moves a parameter; that parameter is among the nodes then
/// @param slips whether the line may hold the slip of an update that does not go along its gradient
public record CodeLine(String text, Set<Node> nodes, boolean updates, boolean slips) {
  public CodeLine {
    nodes = Set.copyOf(nodes);
  }

  /// A line that moves no parameter.
  public CodeLine(String text, Set<Node> nodes) {
    this(text, nodes, false, false);
  }

  /// Whether there is no statement on the line.
  boolean isRemark() {
    return text.isBlank() || text.stripLeading().startsWith("#");
  }

  /// Whether the line stands for a step, or for what has gone wrong in one: it computes an op,
  /// moves a parameter, or may hold a slip.
  boolean steps() {
    return updates || slips || nodes.stream().anyMatch(Node.Operation.class::isInstance);
  }
}
