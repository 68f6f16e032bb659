package backstep.train;

/// How many iterations are due, at a certain number in a second.
///
/// What could not be made in time is not made up for: after a delay the pace goes on as before.
final class Pace {
  private static final double MAX_BEHIND = 0.1; // seconds

  private final double perSecond;
  // When the next one is due, in seconds.
  private double next;

  /// @param perSecond above 0; infinite for as many as there can be
  /// @param now in seconds; the first is due at once
  Pace(double perSecond, double now) {
    this.perSecond = perSecond;
    next = now;
  }

  /// So many iterations should have been made by now, and were not.
  int due(double now) {
    if (Double.isInfinite(perSecond)) {
      return Integer.MAX_VALUE;
    }
    next = Math.max(next, now - MAX_BEHIND);
    return now < next ? 0 : (int) Math.min(Integer.MAX_VALUE, 1 + (now - next) * perSecond);
  }

  /// When the next one is due.
  double next() {
    return next;
  }

  /// So many were made.
  void made(int count) {
    next += count / perSecond;
  }
}
