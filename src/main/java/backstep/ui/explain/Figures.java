package backstep.ui.explain;

import backstep.graph.LatexText.Standing;
import backstep.tensor.Tensor;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// Numbers and arrays as LaTeX, short enough for a narrow column.
///
/// @param numbers how many digits a number has, and when it has a power of ten
record Figures(Numbers numbers) {
  /// So many rows and columns are shown; of more, the first two and the last.
  private static final int SHOWN = 4;

  // Stands for the entries left out.
  private static final int GAP = -1;

  /// A number with so many significant digits; a minus is its first character.
  String number(double value) {
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
    return (value < 0 ? "-" : "") + (numbers.isPower(size) ? power(size) : decimal(size));
  }

  private String decimal(double size) {
    int before = (int) Math.floor(Math.log10(size)) + 1;
    int places = Math.max(0, numbers.digits() - before);
    return Numbers.rounded(size, String.format(Locale.ROOT, "%." + places + "f", size));
  }

  private String power(double size) {
    String[] parts =
        String.format(Locale.ROOT, "%." + (numbers.digits() - 1) + "e", size).split("e", 2);
    String ten = "10^{" + Integer.parseInt(parts[1]) + "}";
    String digits = trimmed(parts[0]);
    return digits.equals("1") ? ten : "{" + digits + "\\cdot " + ten + "}";
  }

  private static String trimmed(String text) {
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /// A number, tinted by its sign.
  String tinted(double value) {
    if (value == 0 || Double.isNaN(value)) {
      return number(value);
    }
    return "\\textcolor{" + (value > 0 ? "positive" : "negative") + "}{" + number(value) + "}";
  }

  /// A value; one of a single entry is written as a number.
  String value(Tensor value, Standing standing) {
    return value(value, standing, this::number);
  }

  /// A value, each entry tinted by its sign.
  String tinted(Tensor value, Standing standing) {
    return value(value, standing, this::tinted);
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
