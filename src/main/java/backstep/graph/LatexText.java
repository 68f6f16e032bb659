package backstep.graph;

import backstep.graph.Formula.Sign;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes formulas as LaTeX, for the typeset rule of a step.
///
/// Numbers and letters come from the caller, so one formula can be set with the names of its nodes,
/// and again with their values.
public final class LatexText {
  private static final int SUM = 1;
  private static final int TERM = 2;
  private static final int POWER = 3;
  private static final int ATOM = 4;

  private record Text(String text, int precedence) {
    String in(int context) {
      return precedence < context ? "\\left(" + text + "\\right)" : text;
    }
  }

  private final Function<Formula.Symbol, String> names;
  private final Function<Double, String> numbers;

  /// @param names the LaTeX of a symbol; an expression comes back in brackets
  /// @param numbers the LaTeX of a plain number
  public LatexText(Function<Formula.Symbol, String> names, Function<Double, String> numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  /// The formula as LaTeX, for mathematics mode.
  public String of(Formula formula) {
    return text(formula).text;
  }

  private Text text(Formula formula) {
    return switch (formula) {
      case Formula.Symbol f -> atom(names.apply(f));
      case Formula.Number f ->
          new Text(numbers.apply(f.value()), f.value() < 0 ? SUM : ATOM);
      case Formula.Negative f -> new Text("-" + text(f.of()).in(TERM), SUM);
      case Formula.Binary f -> binary(f);
      case Formula.Applied f -> applied(f);
      case Formula.Extreme f ->
          atom(
              (f.larger() ? "\\max" : "\\min")
                  + "\\left("
                  + of(f.left())
                  + ",\\,"
                  + of(f.right())
                  + "\\right)");
      case Formula.Mask f ->
          atom("\\left[" + of(f.left()) + sign(f) + of(f.right()) + "\\right]");
      case Formula.Choice f ->
          atom(
              "\\begin{cases}"
                  + of(f.yes())
                  + "&"
                  + of(f.mask())
                  + "\\\\"
                  + of(f.no())
                  + "&\\text{else}\\end{cases}");
      case Formula.Product f ->
          new Text(text(f.left()).in(TERM) + "\\cdot " + text(f.right()).in(POWER), TERM);
      case Formula.OuterProduct f ->
          new Text(text(f.left()).in(POWER) + "\\otimes " + text(f.right()).in(POWER), TERM);
      case Formula.Transposed f -> new Text(text(f.of()).in(ATOM) + "^{\\top}", POWER);
      case Formula.Reshaped f -> text(f.of());
      case Formula.Reduced f -> reduced(f);
      case Formula.Stretched f -> text(f.of());
      case Formula.Filled f -> text(f.with());
      case Formula.Selected f ->
          new Text(text(f.from()).in(ATOM) + "_{[" + f.selection().subscript() + "]}", POWER);
      case Formula.Scattered f ->
          new Text(text(f.part()).in(ATOM) + "\\to [" + f.selection().subscript() + "]", SUM);
      case Formula.Replaced f ->
          new Text(
              text(f.in()).in(ATOM)
                  + "\\,[" + f.selection().subscript() + "]\\leftarrow "
                  + of(f.part()),
              SUM);
      case Formula.Stacked f ->
          atom(
              f.rows().stream()
                  .map(this::of)
                  .collect(Collectors.joining("\\\\", "\\begin{bmatrix}", "\\end{bmatrix}")));
    };
  }

  private static Text atom(String text) {
    return new Text(text, ATOM);
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

  private Text binary(Formula.Binary f) {
    String left = text(f.left()).in(f.sign() == Sign.POWER ? ATOM : TERM);
    return switch (f.sign()) {
      case PLUS -> new Text(text(f.left()).in(SUM) + "+" + text(f.right()).in(TERM), SUM);
      case MINUS -> new Text(text(f.left()).in(SUM) + "-" + text(f.right()).in(TERM), SUM);
      case TIMES -> new Text(left + times(f) + text(f.right()).in(TERM), TERM);
      case DIVIDED_BY -> atom("\\frac{" + of(f.left()) + "}{" + of(f.right()) + "}");
      case REMAINDER -> new Text(left + "\\bmod " + text(f.right()).in(POWER), TERM);
      case POWER -> new Text("{" + left + "}^{" + of(f.right()) + "}", POWER);
    };
  }

  // Entry by entry is told apart from the dot product where both sides are arrays.
  private static String times(Formula.Binary f) {
    boolean arrays = f.left().shape().rank() > 0 && f.right().shape().rank() > 0;
    return arrays ? "\\odot " : "\\cdot ";
  }

  private Text applied(Formula.Applied f) {
    String inner = of(f.to());
    return switch (f.function()) {
      case EXP -> new Text("e^{" + inner + "}", POWER);
      case SQRT -> atom("\\sqrt{" + inner + "}");
      case ABS -> atom("\\left|" + inner + "\\right|");
      case SIGN -> atom("\\operatorname{sign}\\left(" + inner + "\\right)");
      case LOG -> atom("\\ln\\left(" + inner + "\\right)");
      case TANH, SIN, COS ->
          atom("\\" + f.function().numpyName() + "\\left(" + inner + "\\right)");
    };
  }

  private Text reduced(Formula.Reduced f) {
    String inner = text(f.of()).in(TERM);
    return switch (f.reduction()) {
      case SUM -> new Text("\\sum " + inner, TERM);
      case MEAN ->
          new Text("\\frac{1}{" + f.over().count(f.of().shape()) + "}\\sum " + inner, TERM);
      case MAX -> new Text("\\max " + inner, TERM);
      case MIN -> new Text("\\min " + inner, TERM);
    };
  }
}
