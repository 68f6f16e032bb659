package backstep.python;

import backstep.graph.Formula;
import backstep.graph.Node;
import backstep.graph.NumpyText;
import java.util.Optional;

/// What to call a node: its name in the program, or else the expression that computes it.
public final class Naming {
  // Longer than a reader takes in at a glance.
  private static final int MAX_DEPTH = 4;

  private final Origins origins;

  /// @param origins the names that the program gave
  public Naming(Origins origins) {
    this.origins = origins;
  }

  /// The name the program gave the node, if any.
  public Optional<String> name(Node node) {
    return origins.name(node);
  }

  /// The node's name, or the expression that computes it from named ones: `r1.dot(W2)`. Parts that
  /// lie too deep are written `…`.
  public String expression(Node node) {
    return expression(node, MAX_DEPTH);
  }

  private String expression(Node node, int depth) {
    return name(node)
        .orElseGet(
            () ->
                switch (node) {
                  case Node.Leaf leaf ->
                      origins
                          .meaning(leaf)
                          .map(meaning -> text(depth).of(meaning))
                          .orElseGet(() -> shortValue(leaf));
                  case Node.Operation operation ->
                      depth == 0 ? "…" : text(depth).of(formula(operation));
                });
  }

  private NumpyText text(int depth) {
    return new NumpyText(
        symbol -> {
          String inner = expression(symbol.node(), depth - 1);
          boolean atom = inner.matches("[\\w.\\[\\]…]+|\\w+[\\w.]*\\([^()]*\\)");
          return atom ? inner : "(" + inner + ")";
        });
  }

  private static String shortValue(Node.Leaf leaf) {
    String text = leaf.value().toString().replaceAll("\\s+", " ");
    return text.length() <= 24 ? text : "[…]";
  }

  /// How an op computes its value from its operands, as a formula of their symbols.
  public static Formula formula(Node.Operation operation) {
    return operation.op().value(operation.operands().stream().map(Formula::value).toList());
  }
}
