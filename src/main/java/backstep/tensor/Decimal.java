package backstep.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal figure ± 0.d₁d₂d₃… · 10^point of a finite `double`, without zeros at its end.
///
/// Zero has the one digit 0, before the point. Rounding starts from the exact binary value, never
/// from another rounded figure, and a tie goes to the even digit, as in CPython and NumPy.
record Decimal(boolean negative, String digits, int point) {

  /// The fewest digits that read back as `x`; of those the nearest to `x`.
  static Decimal shortest(double x) {
    BigDecimal figure = new BigDecimal(Double.toString(Math.abs(x))).stripTrailingZeros();
    // Java writes at least two digits and takes the nearest such figure, even where one digit would
    // do: 4.9E-324 for 5e-324.
    if (figure.precision() == 2) {
      BigDecimal oneDigit = figure.round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (oneDigit.doubleValue() == Math.abs(x)) {
        figure = oneDigit;
      }
    }
    return of(x, figure);
  }

  /// `x` rounded to `count` digits, counted from the first that is not zero.
  static Decimal significant(double x, int count) {
    return of(x, exact(x).round(new MathContext(count, RoundingMode.HALF_EVEN)));
  }

  /// `x` rounded to `count` digits after the point, or before it where `count` is negative.
  static Decimal fractional(double x, int count) {
    return of(x, exact(x).setScale(count, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(Math.abs(x));
  }

  private static Decimal of(double x, BigDecimal magnitude) {
    boolean negative = Double.doubleToRawLongBits(x) < 0;
    if (magnitude.signum() == 0) {
      return new Decimal(negative, "0", 1);
    }
    BigDecimal figure = magnitude.stripTrailingZeros();
    String digits = figure.unscaledValue().toString();
    return new Decimal(negative, digits, digits.length() - figure.scale());
  }

  boolean isZero() {
    return digits.equals("0");
  }

  String sign() {
    return negative ? "-" : "";
  }

  Decimal magnitude() {
    return new Decimal(false, digits, point);
  }

  /// How many digits stand after the point in plain notation.
  int fractionLength() {
    return Math.max(0, digits.length() - point);
  }

  /// Plain notation with `fraction` digits after the point, which is written even where none
  /// follow: `-12.50`, `3.`.
  String plain(int fraction) {
    String whole = point <= 0 ? "0" : zerosAfter(digits, point).substring(0, point);
    String below =
        point <= 0
            ? "0".repeat(-point) + digits
            : digits.substring(Math.min(point, digits.length()));
    return sign() + whole + "." + zerosAfter(below, fraction);
  }

  /// Scientific notation with `fraction` digits after the point, which is written even where none
  /// follow, and at least `exponentDigits` digits in the exponent: `-1.25e+01`, `3.e-05`.
  String scientific(int fraction, int exponentDigits) {
    int exponent = point - 1;
    String size = Integer.toString(Math.abs(exponent));
    String mantissa = digits.charAt(0) + "." + zerosAfter(digits.substring(1), fraction);
    String zeros = "0".repeat(Math.max(0, exponentDigits - size.length()));
    return sign() + mantissa + "e" + (exponent < 0 ? "-" : "+") + zeros + size;
  }

  private static String zerosAfter(String text, int length) {
    return text + "0".repeat(Math.max(0, length - text.length()));
  }
}
