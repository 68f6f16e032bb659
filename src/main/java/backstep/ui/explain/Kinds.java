package backstep.ui.explain;

import backstep.graph.Dot;
import backstep.graph.Maximum;
import backstep.graph.Node;
import backstep.graph.Power;
import java.util.Locale;

/// Which words an op goes by: `explain.op.KIND` is what it is called.
public final class Kinds {
  private Kinds() {}

  /// The op's key: its name, or that of what it is here (a ReLU, a plain product).
  public static String of(Node.Operation node) {
    return switch (node.op()) {
      case Maximum _ when isLiteral(node, 0, 0) || isLiteral(node, 1, 0) -> "relu";
      case Dot _ when node.operands().stream().anyMatch(x -> x.value().rank() == 0) -> "multiply";
      case Power _ when isLiteral(node, 1, 2) -> "square";
      default -> node.op().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  private static boolean isLiteral(Node.Operation node, int operand, double value) {
    Node other = node.operands().get(operand);
    return Node.isLiteral(other) && other.value().item() == value;
  }

  /// The end of the key where only one of two sides takes a gradient.
  static String side(Node.Operation node, int operand) {
    return switch (of(node)) {
      case "add", "multiply", "dot", "outer", "maximum", "minimum" -> ".one";
      case "subtract", "divide", "power" -> operand == 0 ? ".left" : ".right";
      default -> "";
    };
  }
}
