package backstep.python;

import backstep.tensor.NumpyFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as it is written in a program, perhaps with a sign.
final class Numeral {
  private static final Pattern PLAIN = Pattern.compile("[-+]?[ \\t]*[\\w.]([\\w.]|(?<=[eE])[-+])*");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[ \\t]*(0[xXoObB]\\w+|[\\d_]+)");

  private Numeral() {}

  /// Whether the text is a number and nothing else: no brackets, comment or line end within it.
  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /// The value of a number that is written out.
  static Optional<Double> value(Ast.Expr expression) {
    return switch (expression) {
      case Ast.Int i -> Optional.of((double) i.value());
      case Ast.Float f -> Optional.of(f.value());
      case Ast.Unary(Ast.UnaryOp op, Ast.Expr operand, Span _)
          when operand instanceof Ast.Int || operand instanceof Ast.Float ->
          switch (op) {
            case PLUS -> value(operand);
            case NEGATE -> value(operand).map(x -> -x);
            case NOT -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /// The text with another number in place of one. A whole number stays one if it can.
  static String replaced(String text, Span number, double value) {
    boolean whole = WHOLE.matcher(number.of(text)).matches() && Leaves.isWhole(value);
    String numeral = whole ? String.valueOf((long) value) : NumpyFormat.number(value);
    String before = text.substring(0, number.start());
    String after = text.substring(number.end());
    // `return-1` must not become `return2`.
    return before
        + (endsInWord(before) ? " " : "")
        + numeral
        + (startsWithWord(after) ? " " : "")
        + after;
  }

  private static boolean endsInWord(String text) {
    return !text.isEmpty()
        && Character.isUnicodeIdentifierPart(text.codePointBefore(text.length()));
  }

  private static boolean startsWithWord(String text) {
    return !text.isEmpty() && Character.isUnicodeIdentifierPart(text.codePointAt(0));
  }
}
