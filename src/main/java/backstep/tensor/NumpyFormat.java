package backstep.tensor;

import java.util.Arrays;

/// Figures as Python and NumPy print them.
public final class NumpyFormat {
  private NumpyFormat() {}

  /// `repr` of a Python float.
  public static String number(double value) {
    return Double.toString(value);
  }

  /// One number of this kind as Python prints it.
  public static String scalar(double value, DType type) {
    return switch (type) {
      case BOOL -> value == 0 ? "False" : "True";
      case INT -> Long.toString((long) value);
      case FLOAT -> number(value);
    };
  }

  /// `str` of an array.
  public static String array(Tensor tensor, DType type) {
    return Arrays.toString(tensor.toArray());
  }

  /// `repr` of an array.
  public static String repr(Tensor tensor, DType type) {
    return "array(" + array(tensor, type) + ")";
  }
}
