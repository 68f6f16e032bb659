package backstep.tensor;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/// Figures and arrays as Python and NumPy print them under their default options.
public final class NumpyFormat {
  private static final int LINE_WIDTH = 75;
  private static final String REPR_START = "array(";

  private NumpyFormat() {}

  /// `repr` of a Python float: the shortest figure that reads back as the same number. `0.1`,
  /// `1e-05`, `1e+16`, `nan`.
  public static String number(double value) {
    return PythonFormat.format(value, "");
  }

  /// One number of this kind as Python prints it: `True`, `3`, `3.0`.
  public static String scalar(double value, DType type) {
    return switch (type) {
      case BOOL -> value == 0 ? "False" : "True";
      case INT -> Long.toString((long) value);
      case FLOAT -> number(value);
    };
  }

  /// `str` of an array: what `print` shows.
  public static String array(Tensor tensor, DType type) {
    if (tensor.rank() == 0) {
      return scalar(tensor.item(), type);
    }
    if (tensor.size() == 0) {
      return "[]";
    }
    return new ArrayLayout(" ", 0, LINE_WIDTH).text(tensor, words(tensor, type));
  }

  /// `repr` of an array: `array([1., 2.])`.
  public static String repr(Tensor tensor, DType type) {
    if (tensor.size() == 0) {
      return emptyRepr(tensor.shape(), type);
    }
    ArrayLayout layout = new ArrayLayout(", ", REPR_START.length(), LINE_WIDTH - ")".length());
    return REPR_START + layout.text(tensor, words(tensor, type)) + ")";
  }

  // Nothing in an empty array tells its kind, nor a table its shape.
  private static String emptyRepr(Shape shape, DType type) {
    String brackets = shape.rank() == 1 ? "[]" : "[], shape=" + shape;
    return REPR_START + brackets + ", dtype=" + type.numpyName() + ")";
  }

  private static DoubleFunction<String> words(Tensor tensor, DType type) {
    double[] shown = ArrayLayout.shown(tensor);
    return switch (type) {
      case BOOL -> tensor.rank() == 0 ? x -> scalar(x, type) : x -> x == 0 ? "False" : " True";
      case INT -> {
        int width = Arrays.stream(shown).mapToInt(x -> scalar(x, type).length()).max().orElse(0);
        yield x -> " ".repeat(width - scalar(x, type).length()) + scalar(x, type);
      }
      case FLOAT -> FloatColumn.of(shown)::word;
    };
  }
}
