package backstep.tensor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Python's `format` of floats, ints and strings, and the two ways of rounding.
///
/// A specification Python refuses is an `IllegalArgumentException` with CPython's own words.
public final class PythonFormat {
  private static final int DEFAULT_PRECISION = 6;

  private PythonFormat() {}

  /// `format(value, spec)` of a float.
  public static String format(double value, String spec) {
    return format(value, FormatSpec.parse(spec, "float", '>', '\0'), "float");
  }

  /// `format(value, spec)` of an int.
  public static String format(long value, String spec) {
    FormatSpec parsed = FormatSpec.parse(spec, "int", '>', 'd');
    return switch (parsed.type()) {
      case 'd', 'n' -> whole(value, parsed, "", 10);
      case 'b' -> whole(value, parsed, "0b", 2);
      case 'o' -> whole(value, parsed, "0o", 8);
      case 'x' -> whole(value, parsed, "0x", 16);
      case 'X' -> whole(value, parsed, "0X", 16);
      case 'c' -> character(value, parsed);
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> format((double) value, parsed, "int");
      default -> throw parsed.unknownType("int");
    };
  }

  /// `format(value, spec)` of a string.
  public static String format(String value, String spec) {
    FormatSpec parsed = FormatSpec.parse(spec, "str", '<', 's');
    if (parsed.type() != 's') {
      throw parsed.unknownType("str");
    }
    refuse(parsed.sign() == ' ', "Space not allowed in string format specifier");
    refuse(parsed.sign() != 0, "Sign not allowed in string format specifier");
    refuse(parsed.plainZero(), "Negative zero coercion (z) not allowed in string format specifier");
    refuse(parsed.alternate(), "Alternate form (#) not allowed in string format specifier");
    refuse(parsed.align() == '=', "'=' alignment not allowed in string format specifier");
    int length = value.codePointCount(0, value.length());
    boolean cut = parsed.precision() >= 0 && parsed.precision() < length;
    String text = cut ? value.substring(0, value.offsetByCodePoints(0, parsed.precision())) : value;
    return parsed.lay("", "", "", text);
  }

  private static String whole(long value, FormatSpec spec, String prefix, int radix) {
    refuseInWhole(spec);
    String digits = Long.toUnsignedString(Math.abs(value), radix);
    return spec.lay(
        spec.signOf(value < 0),
        spec.alternate() ? prefix : "",
        spec.type() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits,
        "");
  }

  private static String character(long value, FormatSpec spec) {
    refuseInWhole(spec);
    refuse(spec.sign() != 0, "Sign not allowed with integer format specifier 'c'");
    refuse(spec.alternate(), "Alternate form (#) not allowed with integer format specifier 'c'");
    refuse(value < 0 || value > Character.MAX_CODE_POINT, "%c arg not in range(0x110000)");
    return spec.lay("", "", "", Character.toString((int) value));
  }

  private static void refuseInWhole(FormatSpec spec) {
    refuse(spec.precision() >= 0, "Precision not allowed in integer format specifier");
    refuse(spec.plainZero(), "Negative zero coercion (z) not allowed in integer format specifier");
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }

  private static String format(double value, FormatSpec spec, String typeName) {
    if (spec.type() != 0 && "eEfFgGn%".indexOf(spec.type()) < 0) {
      throw spec.unknownType(typeName);
    }
    String unit = spec.type() == '%' ? "%" : "";
    double x = spec.type() == '%' ? value * 100 : value;
    if (!Double.isFinite(x)) {
      return spec.lay(spec.signOf(x < 0), "", "", cased(nonFinite(Math.abs(x)), spec) + unit);
    }
    Decimal figure = rounded(x, spec);
    boolean negative = figure.negative() && !(spec.plainZero() && figure.isZero());
    String text = cased(written(figure.magnitude(), spec), spec);
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return spec.lay(
        spec.signOf(negative), "", text.substring(0, digits), text.substring(digits) + unit);
  }

  private static String cased(String text, FormatSpec spec) {
    boolean upper = spec.type() == 'E' || spec.type() == 'F' || spec.type() == 'G';
    return upper ? text.toUpperCase(Locale.ROOT) : text;
  }

  /// `nan`, `inf` or `-inf`.
  static String nonFinite(double x) {
    return Double.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf";
  }

  private static boolean isShortest(FormatSpec spec) {
    return spec.type() == 0 && spec.precision() < 0;
  }

  private static int precision(FormatSpec spec) {
    return spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
  }

  // Without a type, a float with a precision is written as with g.
  private static int significantDigits(FormatSpec spec) {
    return Math.max(1, precision(spec));
  }

  private static Decimal rounded(double x, FormatSpec spec) {
    if (isShortest(spec)) {
      return Decimal.shortest(x);
    }
    return switch (spec.type()) {
      case 'e', 'E' -> Decimal.significant(x, precision(spec) + 1);
      case 'f', 'F', '%' -> Decimal.fractional(x, precision(spec));
      default -> Decimal.significant(x, significantDigits(spec));
    };
  }

  private static String written(Decimal figure, FormatSpec spec) {
    return switch (spec.type()) {
      case 'e', 'E' -> scientific(figure, precision(spec), spec);
      case 'f', 'F', '%' -> plain(figure, precision(spec), spec);
      default -> general(figure, spec);
    };
  }

  // The notation that suits the magnitude. A float written without a type keeps a digit after the
  // point, so that it still reads as a float.
  private static String general(Decimal figure, FormatSpec spec) {
    boolean typeless = spec.type() == 0;
    int digits = isShortest(spec) ? 17 : significantDigits(spec);
    boolean keepZeros = spec.alternate() && !isShortest(spec);
    if (figure.point() <= -4 || figure.point() > (typeless ? digits - 1 : digits)) {
      return scientific(figure, (keepZeros ? digits : figure.digits().length()) - 1, spec);
    }
    int fraction = keepZeros ? digits - figure.point() : figure.fractionLength();
    return plain(figure, typeless ? Math.max(1, fraction) : fraction, spec);
  }

  private static String plain(Decimal figure, int fraction, FormatSpec spec) {
    String text = figure.plain(fraction);
    return fraction == 0 && !spec.alternate() ? text.replace(".", "") : text;
  }

  private static String scientific(Decimal figure, int fraction, FormatSpec spec) {
    String text = figure.scientific(fraction, 2);
    return fraction == 0 && !spec.alternate() ? text.replace(".", "") : text;
  }

  /// `round(x, digits)` of Python: the float nearest to `x` rounded as a decimal figure, a tie of
  /// the exact binary value going to the even digit.
  public static double round(double x, int digits) {
    // Beyond these no digit of a double is touched, or none is left.
    if (!Double.isFinite(x) || digits > 323) {
      return x;
    }
    if (digits < -308) {
      return 0.0 * x;
    }
    double rounded = new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw new ArithmeticException("rounded value too large to represent");
    }
    return Math.copySign(rounded, x);
  }

  /// `np.round(x, digits)`: rint(x · 10^digits) / 10^digits in floating point, which is faster and
  /// now and then off in the last place.
  public static double numpyRound(double x, int digits) {
    // Ten after ten, as NumPy has it: from 10²³ on that is not the nearest double.
    double scale = 1;
    for (int i = 0; i < Math.abs((long) digits) && scale < Double.POSITIVE_INFINITY; i++) {
      scale *= 10;
    }
    return digits < 0 ? Math.rint(x / scale) * scale : Math.rint(x * scale) / scale;
  }
}
