package backstep.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads what `make_golden.py` wrote, and makes the arrays it made.
final class Golden {
  private Golden() {}

  /// The cases of one file; each is a list of fields.
  static List<List<String>> cases(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("/tensor/" + name + ".tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n", -1))
          .filter(line -> !line.isEmpty())
          .map(line -> Arrays.stream(line.split("\t", -1)).map(Golden::unescaped).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // translateEscapes knows the escapes of Java, of which the script writes three.
  private static String unescaped(String field) {
    return field.indexOf('\\') < 0 ? field : field.translateEscapes();
  }

  /// `0x1.8p+1`, `3.0`, `nan`, `True`
  static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "True" -> 1;
      case "False" -> 0;
      default -> Double.parseDouble(text);
    };
  }

  /// Figures parted by spaces.
  static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[] {}
        : Arrays.stream(text.split(" ", -1)).mapToDouble(Golden::number).toArray();
  }

  /// `2,3`, `4`, and `()` or nothing for a number
  static int[] dims(String text) {
    return text.isEmpty() || text.equals("()")
        ? new int[] {}
        : Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  static Shape shape(String text) {
    return Shape.of(dims(text));
  }

  /// The array of this shape that is filled by the script's function `entry`.
  static Tensor filled(Shape shape, int seed) {
    double[] entries = new double[shape.size()];
    for (int i = 0; i < entries.length; i++) {
      long k = (i * 7919L + seed * 104729L) % 1000003;
      entries[i] = (k - 500000.0) / (1 + k % 977);
    }
    return Tensor.of(shape, entries);
  }
}
