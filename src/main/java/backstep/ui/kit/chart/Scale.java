package backstep.ui.kit.chart;

/// What equal distances on an axis mean.
public enum Scale {
  /// Equal differences.
  LINEAR,
  /// Equal ratios.
  LOG;

  /// Whether a figure has a place on such an axis.
  boolean holds(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0);
  }

  /// The distance from the axis's own zero.
  double place(double value) {
    return this == LOG ? Math.log10(value) : value;
  }

  /// The figure at a distance.
  double value(double place) {
    return this == LOG ? Math.pow(10, place) : place;
  }
}
