package backstep.graph;

import backstep.graph.Formula.Sign;
import backstep.tensor.Over;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes formulas as LaTeX, for the typeset rule of a step.
///
/// Numbers and names come from the caller, so one formula can be set with the names of its nodes,
/// and again with their values.
public final class LatexText {
  /// What the caller puts in for symbols and numbers.
  public interface Terms {
    /// The LaTeX of a symbol, something that needs no brackets.
    ///
    /// @param standing how the symbol stands, where it is a vector
    String symbol(Formula.Symbol symbol, Standing standing);

    /// What to write for a symbol instead of a name of its own: a formula of other symbols, or its
    /// value.
    ///
    /// @param depth how many symbols were opened on the way here
    default Optional<Formula> opened(Formula.Symbol symbol, int depth) {
      return Optional.empty();
    }

    /// The LaTeX of a comparison where it is to be shown as the ones and zeros it gives.
    default Optional<String> mask(Formula.Mask mask, Standing standing) {
      return Optional.empty();
    }

    /// The LaTeX of a number; a minus is its first character.
    String number(double value);
  }

  /// How a vector stands in a product: NumPy's vectors are neither rows nor columns, but on paper
  /// they have to be one.
  public enum Standing {
    ROW,
    COLUMN
  }

  private static final int SUM = 1;
  private static final int TERM = 2;
  private static final int POWER = 3;
  private static final int ATOM = 4;

  private static final int MAX_ROWS = 4;

  private record Text(String text, int precedence) {
    String in(int context) {
      return precedence < context ? "\\left(" + text + "\\right)" : text;
    }
  }

  private final Terms terms;
  private final Standing standing;
  private final int depth;

  /// @param terms what to put in for symbols and numbers
  public LatexText(Terms terms) {
    this(terms, Standing.ROW, 0);
  }

  private LatexText(Terms terms, Standing standing, int depth) {
    this.terms = terms;
    this.standing = standing;
    this.depth = depth;
  }

  /// The formula as LaTeX, for mathematics mode.
  public String of(Formula formula) {
    return text(formula).text;
  }

  /// The formula in brackets where it is more than a name or a number.
  public String atomic(Formula formula) {
    return text(formula).in(ATOM);
  }

  /// The formula in brackets where it is a sum or a product.
  public String factor(Formula formula) {
    return text(formula).in(POWER);
  }

  /// How a vector stands that a formula gives: an upright one comes out of a matrix applied to one.
  public static Standing standing(Formula formula) {
    return formula instanceof Formula.Product product
            && product.left().shape().rank() == 2
            && product.right().shape().rank() == 1
        ? Standing.COLUMN
        : Standing.ROW;
  }

  private LatexText standing(Standing other) {
    return new LatexText(terms, other, depth);
  }

  private Text text(Formula formula) {
    return switch (formula) {
      case Formula.Symbol f ->
          terms
              .opened(f, depth)
              .map(inner -> new LatexText(terms, standing, depth + 1).text(inner))
              .orElseGet(() -> atom(terms.symbol(f, standing)));
      case Formula.Number f -> number(f.value());
      case Formula.Negative f -> new Text("-" + text(f.of()).in(TERM), SUM);
      case Formula.Binary f -> binary(f);
      case Formula.Applied f -> applied(f);
      case Formula.Extreme f -> extreme(f);
      case Formula.Mask f ->
          atom(
              terms
                  .mask(f, standing)
                  .orElseGet(
                      () -> "\\left[" + of(f.left()) + sign(f) + of(f.right()) + "\\right]"));
      case Formula.Choice f -> choice(f);
      case Formula.Product f -> product(f);
      case Formula.OuterProduct f ->
          new Text(
              standing(Standing.COLUMN).text(f.left()).in(POWER)
                  + "\\otimes "
                  + standing(Standing.ROW).text(f.right()).in(POWER),
              TERM);
      case Formula.Transposed f -> new Text(text(f.of()).in(ATOM) + "^{\\top}", POWER);
      case Formula.Reshaped f -> text(f.of());
      case Formula.Reduced f -> reduced(f);
      case Formula.Stretched f -> text(f.of());
      case Formula.Filled f -> text(f.with());
      case Formula.Selected f ->
          atom(text(f.from()).in(ATOM) + subscript(f.selection().subscript()));
      case Formula.Scattered f ->
          new Text(text(f.part()).in(ATOM) + "\\to " + place(f.selection().subscript()), SUM);
      case Formula.Replaced f ->
          new Text(
              text(f.in()).in(ATOM)
                  + subscript(f.selection().subscript())
                  + "\\leftarrow "
                  + of(f.part()),
              SUM);
      case Formula.Stacked f -> stacked(f.rows());
    };
  }

  private Text stacked(List<Formula> all) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.size() <= MAX_ROWS || i < MAX_ROWS - 2 || i == all.size() - 1) {
        rows.add(of(all.get(i)));
      } else if (i == MAX_ROWS - 2) {
        rows.add("\\vdots ");
      }
    }
    return atom("\\begin{bmatrix}" + String.join("\\\\", rows) + "\\end{bmatrix}");
  }

  private static Text atom(String text) {
    return new Text(text, ATOM);
  }

  private Text number(double value) {
    String text = terms.number(value);
    return new Text(text, text.startsWith("-") ? SUM : ATOM);
  }

  private static String place(String subscript) {
    return "[\\text{" + subscript + "}]";
  }

  private static String subscript(String subscript) {
    return "_{" + place(subscript) + "}";
  }

  private static String sign(Formula.Mask mask) {
    return switch (mask.comparison()) {
      case LESS -> "<";
      case LESS_EQUAL -> "\\le ";
      case GREATER -> ">";
      case GREATER_EQUAL -> "\\ge ";
      case EQUAL -> "=";
      case NOT_EQUAL -> "\\ne ";
    };
  }

  private Text extreme(Formula.Extreme f) {
    String both = of(f.left()) + ",\\," + of(f.right());
    return atom((f.larger() ? "\\max" : "\\min") + "\\left(" + both + "\\right)");
  }

  private Text choice(Formula.Choice f) {
    String yes = of(f.yes()) + "&\\quad\\text{if }" + of(f.mask());
    String no = of(f.no()) + "&\\quad\\text{else}";
    return atom("\\begin{cases}" + yes + "\\\\" + no + "\\end{cases}");
  }

  private Text product(Formula.Product f) {
    Standing left = f.left().shape().rank() == 1 ? Standing.ROW : standing;
    Standing right = f.right().shape().rank() == 1 ? Standing.COLUMN : standing;
    String text =
        standing(left).text(f.left()).in(TERM)
            + "\\cdot "
            + standing(right).text(f.right()).in(POWER);
    return new Text(text, TERM);
  }

  private Text binary(Formula.Binary f) {
    Text left = text(f.left());
    Text right = text(f.right());
    return switch (f.sign()) {
      case PLUS -> new Text(left.in(SUM) + "+" + right.in(TERM), SUM);
      case MINUS -> new Text(left.in(SUM) + "-" + right.in(TERM), SUM);
      case TIMES -> new Text(left.in(TERM) + times(f) + right.in(TERM), TERM);
      case DIVIDED_BY -> quotient(f);
      case REMAINDER -> new Text(left.in(TERM) + "\\bmod " + right.in(POWER), TERM);
      case POWER -> new Text("{" + left.in(ATOM) + "}^{" + right.text + "}", POWER);
    };
  }

  // A gradient is a fraction itself and stands before the quotient, not on top of it.
  private Text quotient(Formula.Binary f) {
    if (isGradient(f.left())) {
      return quotient(f.left(), new Formula.Number(1), f.right());
    }
    return f.left() instanceof Formula.Binary product
            && product.sign() == Sign.TIMES
            && isGradient(product.left())
        ? quotient(product.left(), product.right(), f.right())
        : atom(fraction(f.left(), f.right()));
  }

  private Text quotient(Formula gradient, Formula over, Formula under) {
    boolean arrays = gradient.shape().size() > 1 && over.shape().size() * under.shape().size() > 1;
    String sign = arrays ? "\\odot " : "\\cdot ";
    return new Text(text(gradient).in(TERM) + sign + fraction(over, under), TERM);
  }

  private String fraction(Formula over, Formula under) {
    return "\\frac{" + of(over) + "}{" + of(under) + "}";
  }

  private static boolean isGradient(Formula f) {
    return f instanceof Formula.Symbol symbol && symbol.gradient();
  }

  // Entry by entry is told apart from the dot product where both sides are arrays.
  private static String times(Formula.Binary f) {
    boolean arrays = f.left().shape().size() > 1 && f.right().shape().size() > 1;
    return arrays ? "\\odot " : "\\cdot ";
  }

  private Text applied(Formula.Applied f) {
    String inner = of(f.to());
    return switch (f.function()) {
      case EXP ->
          f.to().shape().size() > 1
              ? atom("\\exp\\left(" + inner + "\\right)")
              : new Text("e^{" + inner + "}", POWER);
      case SQRT -> new Text("\\sqrt{" + inner + "}", POWER);
      case ABS -> atom("\\left|" + inner + "\\right|");
      case SIGN -> atom("\\operatorname{sign}\\left(" + inner + "\\right)");
      case LOG -> atom("\\ln\\left(" + inner + "\\right)");
      case TANH, SIN, COS -> atom("\\" + f.function().numpyName() + "\\left(" + inner + "\\right)");
    };
  }

  private Text reduced(Formula.Reduced f) {
    String inner = text(f.of()).in(TERM);
    Over over = f.over();
    String axis =
        over.axis().isPresent() && f.of().shape().rank() == 2
            ? "_{\\text{axis " + over.axis().getAsInt() + "}}"
            : "";
    return switch (f.reduction()) {
      case SUM -> new Text("\\sum" + axis + " " + inner, TERM);
      case MEAN ->
          new Text("\\frac{1}{" + over.count(f.of().shape()) + "}\\sum" + axis + " " + inner, TERM);
      case MAX -> atom("\\max" + axis + "\\left(" + of(f.of()) + "\\right)");
      case MIN -> atom("\\min" + axis + "\\left(" + of(f.of()) + "\\right)");
    };
  }
}
