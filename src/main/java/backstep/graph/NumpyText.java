package backstep.graph;

import backstep.graph.Formula.Sign;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes formulas as NumPy code, with no more brackets than Python needs.
public final class NumpyText {
  // Python's precedences, loosest first: https://docs.python.org/3/reference/expressions.html
  private static final int COMPARISON = 1;
  private static final int SUM = 2;
  private static final int TERM = 3;
  private static final int UNARY = 4;
  private static final int POWER = 5;
  private static final int ATOM = 6;

  private record Text(String text, int precedence) {
    String in(int context) {
      return precedence < context ? "(" + text + ")" : text;
    }
  }

  private final Function<Formula.Symbol, String> names;

  /// @param names how a symbol is called in the code; an expression comes back in brackets
  public NumpyText(Function<Formula.Symbol, String> names) {
    this.names = names;
  }

  /// The formula as an expression of Python.
  public String of(Formula formula) {
    return text(formula).text;
  }

  private Text text(Formula formula) {
    return switch (formula) {
      case Formula.Symbol f -> atom(names.apply(f));
      case Formula.Number f -> number(f.value());
      case Formula.Negative f -> negative(text(f.of()));
      case Formula.Binary f -> binary(f);
      case Formula.Applied f -> call(f.function().numpyName(), f.to());
      case Formula.Extreme f -> call(f.larger() ? "maximum" : "minimum", f.left(), f.right());
      case Formula.Mask f ->
          new Text(
              text(f.left()).in(SUM)
                  + " "
                  + f.comparison().symbol()
                  + " "
                  + text(f.right()).in(SUM),
              COMPARISON);
      case Formula.Choice f -> call("where", f.mask(), f.yes(), f.no());
      case Formula.Product f -> atom(text(f.left()).in(ATOM) + ".dot(" + of(f.right()) + ")");
      case Formula.OuterProduct f -> call("outer", f.left(), f.right());
      case Formula.Transposed f -> atom(text(f.of()).in(ATOM) + ".T");
      case Formula.Reshaped f -> reshaped(f);
      case Formula.Reduced f -> reduced(f);
      case Formula.Stretched f -> text(f.of());
      case Formula.Filled f -> filled(f.with(), f.shape());
      case Formula.Selected f -> atom(text(f.from()).in(ATOM) + f.selection());
      case Formula.Stacked f ->
          atom(
              f.rows().stream()
                  .map(this::of)
                  .collect(Collectors.joining(", ", "np.array([", "])")));
      // An assignment in the program and a line of its own in the backward pass, never a part.
      case Formula.Scattered f -> atom("scattered(" + of(f.part()) + ")");
      case Formula.Replaced f -> atom("replaced(" + of(f.in()) + ", " + of(f.part()) + ")");
    };
  }

  // -a * b binds as a product does: in a divisor it needs brackets.
  private static Text negative(Text of) {
    return new Text("-" + of.in(TERM), of.precedence == TERM ? TERM : UNARY);
  }

  private static Text atom(String text) {
    return new Text(text, ATOM);
  }

  private Text call(String function, Formula... arguments) {
    List<String> texts = new ArrayList<>();
    for (Formula argument : arguments) {
      texts.add(of(argument));
    }
    return atom("np." + function + "(" + String.join(", ", texts) + ")");
  }

  private static Text number(double value) {
    if (Double.isNaN(value)) {
      return atom("np.nan");
    }
    String text = Double.isInfinite(value) ? "np.inf" : plain(Math.abs(value));
    return value < 0 ? new Text("-" + text, UNARY) : atom(text);
  }

  private static String plain(double value) {
    boolean whole = value == Math.rint(value) && value < 1e15;
    return whole ? String.valueOf((long) value) : NumpyFormat.number(value);
  }

  private Text binary(Formula.Binary f) {
    return switch (f.sign()) {
      case PLUS -> joined(f, " + ", SUM, SUM);
      case MINUS -> joined(f, " - ", SUM, TERM);
      // A plain factor in front needs no brackets behind it: 2 * d_y * x.
      case TIMES -> joined(f, " * ", TERM, f.left() instanceof Formula.Number ? TERM : UNARY);
      case DIVIDED_BY -> joined(f, " / ", TERM, UNARY);
      case REMAINDER -> joined(f, " % ", TERM, UNARY);
      case POWER -> new Text(text(f.left()).in(ATOM) + " ** " + exponent(f.right()), POWER);
    };
  }

  private Text joined(Formula.Binary f, String sign, int left, int right) {
    int own = f.sign() == Sign.PLUS || f.sign() == Sign.MINUS ? SUM : TERM;
    return new Text(text(f.left()).in(left) + sign + text(f.right()).in(right), own);
  }

  // NumPy refuses a negative whole exponent for whole numbers, and takes the float.
  private String exponent(Formula exponent) {
    return exponent instanceof Formula.Number n && n.value() < 0
        ? NumpyFormat.number(n.value())
        : text(exponent).in(POWER);
  }

  private Text reshaped(Formula.Reshaped f) {
    Shape to = f.shape();
    boolean column = f.of().shape().rank() == 1 && to.rank() == 2 && to.columns() == 1;
    String from = text(f.of()).in(ATOM);
    return switch (to.rank()) {
      case 0 -> atom("np.sum(" + of(f.of()) + ")");
      case 1 -> isNumber(f.of()) ? filled(f.of(), to) : atom(from + ".reshape(" + to.size() + ")");
      default ->
          column
              ? atom(from + "[:, np.newaxis]")
              : isNumber(f.of()) ? filled(f.of(), to) : atom(from + ".reshape" + to);
    };
  }

  // A scalar may be a plain Python number, which has no methods.
  private static boolean isNumber(Formula f) {
    return f.shape().rank() == 0;
  }

  private Text reduced(Formula.Reduced f) {
    Over over = f.over();
    String axis = over.axis().isPresent() ? ", axis=" + over.axis().getAsInt() : "";
    String keep = over.keepDims() ? ", keepdims=True" : "";
    String name = f.reduction().name().toLowerCase(java.util.Locale.ROOT);
    return atom("np." + name + "(" + of(f.of()) + axis + keep + ")");
  }

  private Text filled(Formula with, Shape shape) {
    if (with instanceof Formula.Number n) {
      return n.value() == 1
          ? atom("np.ones(" + dims(shape) + ")")
          : atom("np.full(" + dims(shape) + ", " + NumpyFormat.number(n.value()) + ")");
    }
    if (with.shape().rank() == 0) {
      return atom("np.full(" + dims(shape) + ", " + of(with) + ")");
    }
    return new Text(text(with).in(TERM) + " * np.ones(" + dims(shape) + ")", TERM);
  }

  /// A shape as an argument of `np.zeros`.
  public static String dims(Shape shape) {
    return shape.rank() == 1 ? String.valueOf(shape.size()) : shape.toString();
  }
}
