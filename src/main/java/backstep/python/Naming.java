package backstep.python;

import backstep.graph.Call;
import backstep.graph.Formula;
import backstep.graph.Node;
import backstep.graph.NumpyText;
import java.util.Optional;

/// What to call a node: its name in the program, or else the expression that computes it.
public final class Naming {
  // Longer than a reader takes in at a glance.
  private static final int MAX_DEPTH = 4;
  private static final int MAX_VALUE = 24;
  private static final String LAMBDA = "<lambda>";

  private final Origins origins;
  private final NumpyText text = new NumpyText(symbol -> nameOrDots(symbol.node()));

  /// @param origins the names that the program gave
  public Naming(Origins origins) {
    this.origins = origins;
  }

  /// The name the program gave the node, if any.
  public Optional<String> name(Node node) {
    return origins.name(node);
  }

  /// What to call the function of a call.
  public static String function(Call call) {
    return call.function().equals(LAMBDA) ? "λ" : call.function();
  }

  /// The node's name, or the expression that computes it from named ones: `r1.dot(W2)`. Parts that
  /// lie too deep are written `…`.
  public String expression(Node node) {
    return name(node).orElseGet(() -> text.of(expression(node, MAX_DEPTH)));
  }

  private Formula expression(Node node, int depth) {
    boolean isName = depth == 0 || name(node).isPresent();
    return switch (node) {
      case Node.Leaf leaf -> origins.meaning(leaf).orElseGet(() -> Formula.value(leaf));
      case Node.Operation operation ->
          isName ? Formula.value(operation) : computation(operation, depth);
    };
  }

  private Formula computation(Node.Operation operation, int depth) {
    return operation
        .op()
        .value(
            operation.operands().stream().map(operand -> expression(operand, depth - 1)).toList());
  }

  /// The expression that computes the node from named ones, whatever its own name is.
  public String computation(Node.Operation operation) {
    return text.of(computation(operation, MAX_DEPTH));
  }

  private String nameOrDots(Node node) {
    return name(node).orElseGet(() -> node instanceof Node.Leaf ? shortValue(node) : "…");
  }

  private static String shortValue(Node leaf) {
    String value = leaf.value().toString().replaceAll("\\s+", " ");
    return value.length() <= MAX_VALUE ? value : "[…]";
  }

  /// How an op computes its value from its operands, as a formula of their symbols.
  public static Formula formula(Node.Operation operation) {
    return operation.op().value(operation.operands().stream().map(Formula::value).toList());
  }
}
