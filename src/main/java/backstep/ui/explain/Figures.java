package backstep.ui.explain;

import backstep.graph.LatexText.Standing;
import backstep.tensor.Tensor;
import backstep.ui.kit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// Numbers and arrays as LaTeX, short enough for a narrow column.
final class Figures {
  /// So many rows and columns are shown; of more, the first two and the last.
  private static final int SHOWN = 4;

  private static final int DIGITS = 4;
  private static final double POWERS_BELOW = 1e-3;
  private static final double POWERS_FROM = 1e5;

  // Stands for the entries left out.
  private static final int GAP = -1;

  private Figures() {}

  /// A number with four significant digits; a minus is its first character.
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "\\text{NaN}";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\\infty" : "-\\infty";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    return (value < 0 ? "-" : "")
        + (size < POWERS_BELOW || size >= POWERS_FROM ? power(size) : decimal(size));
  }

  private static String decimal(double size) {
    int before = (int) Math.floor(Math.log10(size)) + 1;
    int places = Math.max(0, DIGITS - before);
    return Numbers.rounded(size, String.format(Locale.ROOT, "%." + places + "f", size));
  }

  private static String power(double size) {
    String[] parts = String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", size).split("e", 2);
    String ten = "10^{" + Integer.parseInt(parts[1]) + "}";
    String digits = trimmed(parts[0]);
    return digits.equals("1") ? ten : "{" + digits + "\\cdot " + ten + "}";
  }

  private static String trimmed(String text) {
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /// A number, tinted by its sign.
  static String tinted(double value) {
    if (value == 0 || Double.isNaN(value)) {
      return number(value);
    }
    return "\\textcolor{" + (value > 0 ? "positive" : "negative") + "}{" + number(value) + "}";
  }

  /// A value; one of a single entry is written as a number.
  static String value(Tensor value, Standing standing) {
    return value(value, standing, Figures::number);
  }

  /// A value, each entry tinted by its sign.
  static String tinted(Tensor value, Standing standing) {
    return value(value, standing, Figures::tinted);
  }

  private static String value(Tensor value, Standing standing, DoubleFunction<String> number) {
    if (value.size() == 1) {
      return number.apply(value.item());
    }
    if (value.size() == 0) {
      return "[\\,]";
    }
    boolean upright = value.rank() == 1 && standing == Standing.COLUMN;
    int rows = upright ? value.size() : value.shape().rows();
    int columns = upright ? 1 : value.shape().columns();
    List<String> lines = new ArrayList<>();
    for (int row : shown(rows)) {
      List<String> entries = new ArrayList<>();
      for (int column : shown(columns)) {
        entries.add(
            row == GAP
                ? column == GAP ? "\\ddots " : "\\vdots "
                : column == GAP ? "\\cdots " : number.apply(value.get(row * columns + column)));
      }
      lines.add(String.join("&", entries));
    }
    return "\\begin{bmatrix}" + String.join("\\\\", lines) + "\\end{bmatrix}";
  }

  private static List<Integer> shown(int count) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (count <= SHOWN || i < SHOWN - 2 || i == count - 1) {
        indices.add(i);
      } else if (i == SHOWN - 2) {
        indices.add(GAP);
      }
    }
    return indices;
  }
}
