package backstep.ui.kit.chart;

/// The shape of a point.
enum Marker {
  NONE,
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  CROSS;

  /// Draws the shape.
  ///
  /// @param r half its size
  void draw(Pen pen, double x, double y, double r) {
    switch (this) {
      case NONE -> {}
      case CIRCLE -> pen.circle(x, y, r);
      case SQUARE -> {
        double s = 0.9 * r;
        pen.polygon(x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s);
      }
      case TRIANGLE -> pen.polygon(x, y - 1.1 * r, x + r, y + 0.8 * r, x - r, y + 0.8 * r);
      case DIAMOND -> pen.polygon(x, y - 1.25 * r, x + r, y, x, y + 1.25 * r, x - r, y);
      case CROSS -> pen.line(x - r, y - r, x + r, y + r).line(x - r, y + r, x + r, y - r);
    }
  }
}
