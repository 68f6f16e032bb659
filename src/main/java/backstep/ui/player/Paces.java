package backstep.ui.player;

import java.util.List;

/// How many iterations a training makes in a second, fewest first; the last makes as many as there
/// can be.
final class Paces {
  static final double USUAL = 100;
  static final List<Double> ALL = List.of(1.0, 10.0, USUAL, 1000.0, Double.POSITIVE_INFINITY);

  private Paces() {}

  /// The key of what a pace is called.
  static String words(double pace) {
    return Double.isInfinite(pace) ? "player.pace.full" : "player.pace";
  }
}
