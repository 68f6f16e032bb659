package backstep.ui.player;

import java.util.List;

/// How fast the steps can move and play, slowest first; 1 is the usual.
public final class Speeds {
  static final double USUAL = 1;
  public static final List<Double> ALL = List.of(0.25, 0.5, USUAL, 2.0, 4.0, 8.0);

  private Speeds() {}

  /// The next faster one; the fastest stays.
  static double faster(double speed) {
    return ALL.stream().filter(s -> s > speed).findFirst().orElse(speed);
  }

  /// The next slower one; the slowest stays.
  static double slower(double speed) {
    return ALL.reversed().stream().filter(s -> s < speed).findFirst().orElse(speed);
  }
}
