package backstep.tensor;

import java.util.Arrays;

/// The form NumPy gives to all floats of one array, so that their points stand in one column.
///
/// At most eight digits follow the point, fewer where fewer identify every figure. Exponents are
/// used when the magnitudes reach 10⁸, fall below 10⁻⁴ or span more than a factor of 1000.
///
/// @param scientific whether exponents are used
/// @param left characters before the point, the sign included
/// @param right characters after the point, the exponent included
/// @param fraction digits after the point when exponents are used: the same for every figure
/// @param exponentDigits digits of every exponent
record FloatColumn(boolean scientific, int left, int right, int fraction, int exponentDigits) {
  private static final int PRECISION = 8;

  /// The form that fits these entries.
  static FloatColumn of(double[] entries) {
    double[] finite = Arrays.stream(entries).filter(Double::isFinite).toArray();
    boolean scientific = needsExponents(finite);
    int left = 0;
    int fraction = 0;
    int exponentDigits = 0;
    for (double x : finite) {
      String text = scientific ? scientific(x) : plain(x);
      int point = text.indexOf('.');
      int end = scientific ? text.indexOf('e') : text.length();
      left = Math.max(left, point);
      fraction = Math.max(fraction, end - point - 1);
      exponentDigits = Math.max(exponentDigits, text.length() - end - 2);
    }
    int right = scientific ? fraction + 2 + exponentDigits : fraction;
    if (finite.length < entries.length) {
      boolean hasNegativeInfinity =
          Arrays.stream(entries).anyMatch(x -> x == Double.NEGATIVE_INFINITY);
      left = Math.max(left, (hasNegativeInfinity ? 4 : 3) - (right + 1));
    }
    return new FloatColumn(scientific, left, right, fraction, exponentDigits);
  }

  private static boolean needsExponents(double[] finite) {
    double max = 0;
    double min = Double.POSITIVE_INFINITY;
    for (double x : finite) {
      if (x != 0) {
        max = Math.max(max, Math.abs(x));
        min = Math.min(min, Math.abs(x));
      }
    }
    return max > 0 && (max >= 1e8 || min < 1e-4 || max / min > 1000);
  }

  private static String plain(double x) {
    Decimal shortest = Decimal.shortest(x);
    Decimal figure =
        shortest.fractionLength() <= PRECISION ? shortest : Decimal.fractional(x, PRECISION);
    return figure.plain(figure.fractionLength());
  }

  private static String scientific(double x) {
    Decimal shortest = Decimal.shortest(x);
    Decimal figure =
        shortest.digits().length() <= PRECISION + 1
            ? shortest
            : Decimal.significant(x, PRECISION + 1);
    return figure.scientific(figure.digits().length() - 1, 2);
  }

  /// One entry in this form.
  String word(double x) {
    if (!Double.isFinite(x)) {
      String name = PythonFormat.nonFinite(x);
      return " ".repeat(Math.max(0, left + right + 1 - name.length())) + name;
    }
    if (scientific) {
      return alignedAtPoint(
          Decimal.significant(x, fraction + 1).scientific(fraction, exponentDigits));
    }
    String text = alignedAtPoint(plain(x));
    return text + " ".repeat(Math.max(0, left + right + 1 - text.length()));
  }

  private String alignedAtPoint(String text) {
    return " ".repeat(Math.max(0, left - text.indexOf('.'))) + text;
  }
}
