package backstep.ui.kit.chart;

/// A place that is marked and named, such as where the learner stands.
///
/// @param x where it is
/// @param y where it is; where that has no place on the axis it stands at the edge
/// @param label its name; empty if it has none
/// @param tone what it is about
/// @param filled whether it is a ball rather than a ring
public record Mark(double x, double y, String label, Tone tone, boolean filled) {

  /// Where the learner stands: a ring.
  public static Mark place(double x, double y, String label) {
    return new Mark(x, y, label, Tone.BACKWARD, false);
  }

  /// What something tries to reach: a ring in the colour of goals.
  public static Mark target(double x, double y, String label) {
    return new Mark(x, y, label, Tone.UPDATE, false);
  }

  /// A ball.
  public static Mark ball(double x, double y, String label, Tone tone) {
    return new Mark(x, y, label, tone, true);
  }
}
