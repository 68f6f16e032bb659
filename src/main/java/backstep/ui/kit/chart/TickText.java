package backstep.ui.kit.chart;

import backstep.words.Numbers;
import java.util.Locale;

/// Figures along an axis: as many digits as tell neighbours apart, and no more.
final class TickText {
  private static final int MAX_DIGITS = 15;

  private TickText() {}

  /// A multiple of `step`.
  ///
  /// @param largest the largest size of a figure on the axis, which decides on the notation
  static String linear(double value, double step, double largest, Numbers numbers) {
    int power = (int) Math.floor(Math.log10(step) + 1e-9);
    if (Math.abs(value) < step / 2) {
      return "0";
    }
    String sign = value < 0 ? "−" : "";
    double size = Math.abs(value);
    if (numbers.isPower(largest)) {
      int digits = Math.clamp((long) Math.floor(Math.log10(size)) - power, 0, MAX_DIGITS);
      return sign + scientific(size, digits);
    }
    return sign + String.format(Locale.ROOT, "%." + Math.clamp(-(long) power, 0, 20) + "f", size);
  }

  /// A whole number.
  static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
  }

  /// A power of ten, or twice or five times that.
  static String log(double value, Numbers numbers) {
    return numbers.shown(value);
  }

  private static String scientific(double size, int digits) {
    String[] parts = String.format(Locale.ROOT, "%." + digits + "e", size).split("e", 2);
    String mantissa = digits > 0 ? parts[0].replaceAll("\\.?0+$", "") : parts[0];
    return mantissa + "e" + Integer.toString(Integer.parseInt(parts[1])).replace('-', '−');
  }
}
