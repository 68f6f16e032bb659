package backstep.words;

import backstep.tensor.DType;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How figures are written: short enough for a cell, with a true minus sign.
///
/// @param digits how many digits are shown, of [#DIGITS]
/// @param powers when a figure is written with a power of ten
public record Numbers(int digits, Powers powers) {
  /// The counts of digits to choose from.
  public static final List<Integer> DIGITS = List.of(3, 4, 6);

  /// Four digits, and powers of ten where a figure would be long.
  public static final Numbers USUAL = new Numbers(4, Powers.USUAL);

  /// Which figures are written with a power of ten: `1.2e−5` rather than `0.000012`.
  public enum Powers {
    /// Below a thousandth, and from a hundred thousand on.
    USUAL(1e-3, 1e5),
    /// Below a millionth, and from a milliard on.
    SELDOM(1e-6, 1e9),
    /// Only those that nobody can read otherwise.
    HARDLY(1e-15, 1e15);

    private final double below;
    private final double from;

    Powers(double below, double from) {
      this.below = below;
      this.from = from;
    }
  }

  private static final int LISTED = 16;
  private static final double ARRIVED = 1e-12;
  private static final double SMALL = 1e-3;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  public Numbers {
    if (!DIGITS.contains(digits)) {
      throw new IllegalArgumentException("not a count of digits: " + digits);
    }
  }

  /// So many digits.
  public Numbers withDigits(int other) {
    return new Numbers(other, powers);
  }

  /// Powers of ten for these.
  public Numbers withPowers(Powers other) {
    return new Numbers(digits, other);
  }

  /// Whether a figure is written with a power of ten.
  ///
  /// @param size positive
  public boolean isPower(double size) {
    return size < powers.below || size >= powers.from;
  }

  /// As many digits as fit a cell: `0.5008`, `20.22`, `−0.0759`, `−1.2e−5`, `42`.
  public String shown(double value) {
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
    String text = isPower(size) ? scientific(size) : decimal(size);
    return value < 0 ? "−" + text : text;
  }

  private String decimal(double size) {
    int power = (int) Math.floor(Math.log10(size));
    // After the zeros of a small figure come as many digits as it has with a power of ten.
    int places = size < SMALL ? fraction() - power : Math.clamp(digits - 1L - power, 0, digits);
    return rounded(size, String.format(Locale.ROOT, "%." + places + "f", size));
  }

  // How many digits stand behind the point before a power of ten.
  private int fraction() {
    return Math.max(1, digits - 3);
  }

  /// The same with a sign before positive figures too, for gradients.
  public String signed(double value) {
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

  private String scientific(double size) {
    String[] parts = String.format(Locale.ROOT, "%." + fraction() + "e", size).split("e", 2);
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
  public String shown(Tensor value) {
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
