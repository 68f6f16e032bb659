package backstep.ui.kit.chart;

/// Something written or drawn over the curves to explain them. A label may be empty.
///
/// Labels find a place where they cover neither each other nor a curve, if there is one.
public sealed interface Note {
  String label();

  Tone tone();

  /// Whether it lies under the curves.
  default boolean isGround() {
    return switch (this) {
      case Columns _, Rows _, Upright _, Across _, Lines _ -> true;
      case Label _, Segment _, Arrow _ -> false;
    };
  }

  /// Words about a point, with a line that leads to it where they stand apart from it.
  record Label(double x, double y, String label, Tone tone) implements Note {}

  /// A vertical line at an x.
  record Upright(double x, String label, Tone tone) implements Note {}

  /// A horizontal line at a y.
  record Across(double y, String label, Tone tone) implements Note {}

  /// A straight line between two points.
  record Segment(double fromX, double fromY, double toX, double toY, String label, Tone tone)
      implements Note {}

  /// The same with a head at its end.
  record Arrow(double fromX, double fromY, double toX, double toY, String label, Tone tone)
      implements Note {}

  /// A stretch of x, shaded.
  record Columns(double fromX, double toX, String label, Tone tone) implements Note {}

  /// Fine lines under all else.
  ///
  /// @param points of the lines one after the other, with a NaN between one and the next
  record Lines(Samples points, String label, Tone tone) implements Note {}

  /// A stretch of y, shaded.
  record Rows(double fromY, double toY, String label, Tone tone) implements Note {}
}
