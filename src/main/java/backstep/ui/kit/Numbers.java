package backstep.ui.kit;

import backstep.tensor.DType;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Tensor;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures as they stand in the window: short enough for a cell, with a true minus sign.
public final class Numbers {
  private static final int LISTED = 16;
  private static final double SCIENTIFIC_BELOW = 1e-3;
  private static final double ARRIVED = 1e-12;
  private static final double SCIENTIFIC_FROM = 1e5;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private Numbers() {}

  /// Four digits where they fit a cell: `0.5008`, `20.22`, `−0.0759`, `−1.2e−5`, `42`.
  public static String shown(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    String text;
    if (size < SCIENTIFIC_BELOW || size >= SCIENTIFIC_FROM) {
      text = scientific(size);
    } else {
      int places = Math.clamp(3 - (long) Math.floor(Math.log10(size)), 0, 4);
      text = rounded(size, String.format(Locale.ROOT, "%." + places + "f", size));
    }
    return value < 0 ? "−" + text : text;
  }

  /// The same with a sign before positive figures too, for gradients.
  public static String signed(double value) {
    return value > 0 ? "+" + shown(value) : shown(value);
  }

  /// A rounded figure without needless zeros, but 41.9995 is `42.00` and not `42`: it has not
  /// arrived yet.
  ///
  /// @param size the number itself, not negative
  /// @param text the number with a fixed count of decimals
  public static String rounded(double size, String text) {
    String bare = withoutTrailingZeros(text);
    boolean whole = !bare.contains(".");
    return whole && Math.abs(size - Double.parseDouble(bare)) > ARRIVED * size ? text : bare;
  }

  private static String scientific(double size) {
    String[] parts = String.format(Locale.ROOT, "%.1e", size).split("e", 2);
    return withoutTrailingZeros(parts[0])
        + "e"
        + minus(Integer.toString(Integer.parseInt(parts[1])));
  }

  private static String withoutTrailingZeros(String text) {
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }

  /// Every digit, as Python prints the number.
  public static String exact(double value) {
    return NumpyFormat.number(value);
  }

  /// A whole value in a few words: its figures, or of a large array its shape.
  public static String shown(Tensor value) {
    if (value.size() == 1) {
      return shown(value.item());
    }
    if (value.size() > LISTED) {
      return value.shape().toString();
    }
    String rows =
        IntStream.range(0, value.shape().rows())
            .mapToObj(row ->
                IntStream.range(0, value.shape().columns())
                    .mapToObj(column -> shown(value.get(row, column)))
                    .collect(Collectors.joining(" ", "[", "]")))
            .collect(Collectors.joining(" "));
    return value.rank() == 2 ? "[" + rows + "]" : rows;
  }

  /// What a learner typed, if it is a number: with either minus sign, a point, and perhaps an
  /// exponent; nothing infinite.
  public static OptionalDouble parsed(String text) {
    String plain = text.strip().replace('−', '-');
    if (!NUMBER.matcher(plain).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// Every digit of a whole value, as NumPy's `repr` has them.
  public static String exact(Tensor value) {
    return value.rank() == 0 ? exact(value.item()) : NumpyFormat.array(value, DType.FLOAT);
  }
}
