package backstep.ui.classroom;

import java.util.List;

/// A line that the pen drew over the stage.
///
/// @param points x and y of one point after another, in pixels of the stage
record Stroke(Ink ink, List<Double> points) {
  Stroke {
    points = List.copyOf(points);
  }
}
