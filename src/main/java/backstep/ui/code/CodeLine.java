package backstep.ui.code;

import backstep.graph.Node;
import java.util.Set;

/// A line of code and the nodes that it computes: their values, or in the backward pass their
/// gradients.
///
/// @param updates whether the line moves a parameter; that parameter is among the nodes then
public record CodeLine(String text, Set<Node> nodes, boolean updates) {
  public CodeLine {
    nodes = Set.copyOf(nodes);
  }

  /// A line that moves no parameter.
  public CodeLine(String text, Set<Node> nodes) {
    this(text, nodes, false);
  }

  /// Whether the line stands for a step: it computes an op, or moves a parameter.
  boolean steps() {
    return updates || nodes.stream().anyMatch(Node.Operation.class::isInstance);
  }
}
