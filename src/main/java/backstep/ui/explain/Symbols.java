package backstep.ui.explain;

import backstep.graph.Formula;
import backstep.graph.Index;
import backstep.graph.LatexText;
import backstep.graph.LatexText.Standing;
import backstep.graph.Node;
import backstep.graph.Put;
import backstep.python.Naming;
import backstep.ui.kit.PlainMath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Nodes by their names, and gradients as fractions: the terms of a rule.
final class Symbols implements LatexText.Terms {
  // An expression without a name is written out this deep; below that, as dots.
  private static final int MAX_DEPTH = 2;
  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_SIDE = 16;
  private static final int LONGEST_ARRAY = 3;
  private static final Pattern COMPARED = Pattern.compile("(.+) (>=|<=|==|!=|>|<) (.+)");

  private final Naming naming;
  private final Node loss;
  private final Figures figures;

  Symbols(Naming naming, Node loss, Figures figures) {
    this.figures = figures;
    this.naming = naming;
    this.loss = loss;
  }

  @Override
  public Optional<Formula> opened(Formula.Symbol symbol, int depth) {
    return !symbol.gradient()
            && (depth < MAX_DEPTH || isEntry(symbol.node()))
            && naming.name(symbol.node()).isEmpty()
            && symbol.node() instanceof Node.Operation operation
            && !(operation.op() instanceof Put)
        ? Optional.of(Naming.formula(operation))
        : Optional.empty();
  }

  // w[0] is as good as a name.
  private boolean isEntry(Node node) {
    return node instanceof Node.Operation operation
        && operation.op() instanceof Index
        && naming.name(operation.operands().getFirst()).isPresent();
  }

  @Override
  public String symbol(Formula.Symbol symbol, Standing standing) {
    Node node = symbol.gradient() ? symbol.node() : array(symbol.node());
    if (symbol.gradient()) {
      return gradient(node);
    }
    return naming
        .name(node)
        .map(Symbols::upright)
        .orElseGet(() ->
            node instanceof Node.Operation ? "\\ldots " : unnamed((Node.Leaf) node, standing));
  }

  @Override
  public String number(double value) {
    return figures.number(value);
  }

  // An array of which an entry was set goes by its own name still.
  private Node array(Node node) {
    Node array = node;
    while (naming.name(array).isEmpty()
        && array instanceof Node.Operation operation
        && operation.op() instanceof Put) {
      array = operation.operands().getFirst();
    }
    return array;
  }

  // A mask is known by its comparison; another array is written out where it is short.
  private String unnamed(Node.Leaf leaf, Standing standing) {
    Matcher compared = COMPARED.matcher(naming.expression(leaf));
    if (!compared.matches() || compared.group(1).length() > LONGEST_SIDE) {
      return leaf.value().size() <= LONGEST_ARRAY
          ? figures.value(leaf.value(), standing)
          : "[\\ldots]";
    }
    String sign =
        switch (compared.group(2)) {
          case ">=" -> "\\ge ";
          case "<=" -> "\\le ";
          case "==" -> "=";
          case "!=" -> "\\ne ";
          default -> compared.group(2);
        };
    return "\\left[" + side(compared.group(1)) + sign + side(compared.group(3)) + "\\right]";
  }

  private static String side(String code) {
    return upright(code.replace("np.", ""));
  }

  /// A name of the program in upright letters.
  static String upright(String name) {
    boolean plain = name.chars().allMatch(c -> c < 128);
    return (plain ? "\\mathrm{" : "\\text{") + escaped(name) + "}";
  }

  private static String escaped(String text) {
    return text.replaceAll("([_%#&$])", "\\\\$1").replaceAll("[\\\\{}^~](?![_%#&$])", " ");
  }

  /// ∂loss/∂node
  String gradient(Node node) {
    return derivative(naming.name(loss).map(Symbols::upright).orElse("L"), node);
  }

  /// ∂of/∂node
  ///
  /// @param of as LaTeX
  String derivative(String of, Node node) {
    String by = new LatexText(this).atomic(Formula.value(node));
    boolean tall = by.startsWith("\\frac") || by.startsWith("\\begin");
    String below = tall ? "\\left(" + by + "\\right)" : by;
    return "\\frac{\\partial " + of + "}{\\partial " + below + "}";
  }

  /// The node's name or expression.
  String name(Node node) {
    return new LatexText(this).of(Formula.value(node));
  }

  /// The node's name or expression in plain text, shortened.
  String label(Node node) {
    return label(name(node));
  }

  /// The same in brackets where it cannot be multiplied or squared without.
  String factor(Node node) {
    return label(new LatexText(this).factor(Formula.value(node)));
  }

  private static String label(String latex) {
    return shortened(PlainMath.of(latex)).replace("Σ ", "Σ\u00a0");
  }

  /// ∂loss/∂node in plain text.
  String gradientLabel(Node node) {
    return PlainMath.of(gradient(node));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
  }
}
