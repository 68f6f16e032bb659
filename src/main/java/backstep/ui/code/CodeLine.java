package backstep.ui.code;

import backstep.graph.Node;
import java.util.Set;

/// A line of code and the nodes that it computes: their values, or in the backward pass their
/// gradients.
public record CodeLine(String text, Set<Node> nodes) {
  public CodeLine {
    nodes = Set.copyOf(nodes);
  }
}
