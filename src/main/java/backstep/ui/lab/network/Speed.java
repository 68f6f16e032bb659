package backstep.ui.lab.network;

/// How many iterations are made in a second.
enum Speed {
  SLOW(4),
  MEDIUM(30),
  FAST(300),
  /// As many as there can be.
  FULL(Double.POSITIVE_INFINITY);

  private final double perSecond;

  Speed(double perSecond) {
    this.perSecond = perSecond;
  }

  double perSecond() {
    return perSecond;
  }

  Speed faster() {
    return switch (this) {
      case SLOW -> MEDIUM;
      case MEDIUM -> FAST;
      case FAST, FULL -> FULL;
    };
  }

  Speed slower() {
    return switch (this) {
      case SLOW, MEDIUM -> SLOW;
      case FAST -> MEDIUM;
      case FULL -> FAST;
    };
  }
}
