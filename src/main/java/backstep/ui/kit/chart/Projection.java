package backstep.ui.kit.chart;

/// From figures to pixels along one axis, and back.
///
/// @param scale what equal distances mean
/// @param extent the stretch that is seen
/// @param start the pixel at its beginning
/// @param end the pixel at its end; less than `start` for an axis that goes up
record Projection(Scale scale, Extent extent, double start, double end) {
  // Further outside nothing is seen; the rasteriser works in single precision.
  private static final double FAR = 1e5;

  /// The pixel of a figure that the scale can hold.
  double at(double value) {
    double part = (scale.place(value) - extent.from()) / extent.span();
    return Math.clamp(start + part * (end - start), -FAR, FAR);
  }

  /// The figure at a pixel.
  double value(double pixel) {
    return scale.value(place(pixel));
  }

  /// The place on the scale at a pixel.
  double place(double pixel) {
    return extent.from() + (pixel - start) / (end - start) * extent.span();
  }

  double length() {
    return Math.abs(end - start);
  }

  /// Whether a figure can be seen.
  boolean shows(double value) {
    return scale.holds(value) && extent.holds(scale.place(value));
  }
}
