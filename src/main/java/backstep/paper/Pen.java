package backstep.paper;

import java.util.List;

/// What lines are drawn with.
///
/// @param width of the line, in the units of its drawing
/// @param dashes how long lines and gaps are in turn; none for a line without gaps
public record Pen(Ink ink, double width, List<Double> dashes) {
  public Pen {
    dashes = List.copyOf(dashes);
  }

  /// A line without gaps.
  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, List.of());
  }
}
