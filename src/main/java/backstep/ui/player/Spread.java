package backstep.ui.player;

import java.util.Arrays;
import java.util.Optional;

/// Where labels in a row go: each as near to the middle of what it names as the others let it, and
/// none over another.
final class Spread {
  private Spread() {}

  /// The left ends, from left to right; none if there is no room for all of the labels.
  ///
  /// @param middles where they would like to have their middles, ascending
  /// @param widths how wide they are
  /// @param room from 0 to here
  /// @param gap the least distance between two
  static Optional<double[]> lefts(double[] middles, double[] widths, double room, double gap) {
    int count = middles.length;
    if (Arrays.stream(widths).sum() + gap * (count - 1) > room) {
      return Optional.empty();
    }
    double[] lefts = new double[count];
    double free = 0;
    for (int i = 0; i < count; i++) {
      lefts[i] = Math.max(free, middles[i] - widths[i] / 2);
      free = lefts[i] + widths[i] + gap;
    }
    double end = room;
    for (int i = count - 1; i >= 0; i--) {
      lefts[i] = Math.min(lefts[i], end - widths[i]);
      end = lefts[i] - gap;
    }
    return Optional.of(lefts);
  }
}
