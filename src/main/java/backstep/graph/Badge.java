package backstep.graph;

import backstep.tensor.NumpyFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Short signs for ops whose literal operands are folded into their badge.
final class Badge {
  private static final Map<Double, String> FRACTIONS =
      Map.of(0.5, "½", 0.25, "¼", 0.75, "¾", 0.2, "⅕", 0.125, "⅛");

  private Badge() {}

  /// A number as short as it can be written.
  static String number(double value) {
    String fraction = FRACTIONS.get(value);
    if (fraction != null) {
      return fraction;
    }
    String text = NumpyFormat.number(value);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('-', '−');
  }

  /// The sign with its literal on the side where it stands: `1−`, `÷2`.
  static String around(List<@Nullable Double> literals, String sign) {
    Double left = literals.get(0);
    Double right = literals.get(1);
    return (left == null ? "" : number(left)) + sign + (right == null ? "" : number(right));
  }

  /// An exponent, raised.
  static String exponent(double n) {
    StringBuilder raised = new StringBuilder();
    for (char c : number(n).toCharArray()) {
      int at = "0123456789−½".indexOf(c);
      if (at < 0) {
        return "^" + number(n);
      }
      raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹⁻½".charAt(at));
    }
    return n == 0.5 ? "^½" : "x" + raised;
  }
}
