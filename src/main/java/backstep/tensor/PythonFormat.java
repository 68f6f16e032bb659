package backstep.tensor;

/// Python's format specifications and its rounding.
public final class PythonFormat {
  private PythonFormat() {}

  /// `format(value, spec)` of a float.
  public static String format(double value, String spec) {
    return NumpyFormat.number(value);
  }

  /// `format(value, spec)` of an int.
  public static String format(long value, String spec) {
    return Long.toString(value);
  }

  /// `format(value, spec)` of a string.
  public static String format(String value, String spec) {
    return value;
  }

  /// `round(x, digits)` of Python.
  public static double round(double x, int digits) {
    return numpyRound(x, digits);
  }

  /// `np.round(x, digits)`.
  public static double numpyRound(double x, int digits) {
    double scale = Math.pow(10, Math.abs(digits));
    return digits < 0 ? Math.rint(x / scale) * scale : Math.rint(x * scale) / scale;
  }
}
