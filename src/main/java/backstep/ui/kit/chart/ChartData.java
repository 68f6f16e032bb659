package backstep.ui.kit.chart;

import java.util.List;
import java.util.stream.Stream;

/// All that a chart draws.
///
/// @param about what it shows, such as `Loss over 350 iterations`, for who cannot see it
/// @param series the first is what the chart is about. Points lie over straight lines, these over
///   the curve, this over kept runs, these over theory; of the same kind the last is on top
/// @param alike whether a unit is as long on one axis as on the other, so that angles are true
public record ChartData(
    String about,
    Axis x,
    Axis y,
    List<Series> series,
    List<Mark> marks,
    List<Note> notes,
    boolean alike) {
  public ChartData {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  /// Nothing to see.
  public static final ChartData NONE = of("", Axis.of(""), Axis.of(""));

  /// Axes with nothing on them yet.
  public static ChartData of(String about, Axis x, Axis y) {
    return new ChartData(about, x, y, List.of(), List.of(), List.of(), false);
  }

  /// The same with these series too.
  public ChartData with(Series... more) {
    return new ChartData(about, x, y, and(series, List.of(more)), marks, notes, alike);
  }

  /// The same with these marks too.
  public ChartData with(Mark... more) {
    return new ChartData(about, x, y, series, and(marks, List.of(more)), notes, alike);
  }

  /// The same with these notes too.
  public ChartData with(Note... more) {
    return new ChartData(about, x, y, series, marks, and(notes, List.of(more)), alike);
  }

  /// The same with a unit as long on one axis as on the other; both are to be linear.
  public ChartData inTruth() {
    return new ChartData(about, x, y, series, marks, notes, true);
  }

  /// All points as a table of comma-separated values (RFC 4180), under the names of axes and
  /// series.
  public String table() {
    return Csv.of(this);
  }

  /// Whether there is no point at all.
  public boolean isEmpty() {
    return series.stream().allMatch(one -> one.samples().isEmpty());
  }

  /// The notes under the curves.
  List<Note> ground() {
    return notes.stream().filter(Note::isGround).toList();
  }

  /// The notes over them.
  List<Note> over() {
    return notes.stream().filter(note -> !note.isGround()).toList();
  }

  private static <T> List<T> and(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
