package backstep.ui.kit.chart;

import backstep.words.Numbers;
import java.util.List;

/// All that a number line draws.
///
/// @param about what it shows, for who cannot see it
/// @param low the least figure on it, finite
/// @param high the greatest, more than `low`
/// @param hops where something stood before and where it stands now, the oldest first
/// @param made whether the last hop was made just now
/// @param numbers how figures are written
/// @param marks what is marked and named; their y says nothing
public record LineData(
    String about,
    double low,
    double high,
    List<Double> hops,
    boolean made,
    Numbers numbers,
    List<Mark> marks) {
  /// Nothing yet.
  public static final LineData NONE =
      new LineData("", 0, 1, List.of(), false, Numbers.USUAL, List.of());

  public LineData {
    hops = List.copyOf(hops);
    marks = List.copyOf(marks);
  }
}
