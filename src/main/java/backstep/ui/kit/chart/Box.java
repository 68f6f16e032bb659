package backstep.ui.kit.chart;

/// A rectangle on the chart, in pixels.
record Box(double left, double top, double width, double height) {
  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Box grown(double by) {
    return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
  }

  boolean holds(double x, double y) {
    return x >= left && x <= right() && y >= top && y <= bottom();
  }

  boolean holds(Box other) {
    return other.left >= left
        && other.right() <= right()
        && other.top >= top
        && other.bottom() <= bottom();
  }

  /// The same, moved just so far that it is inside a room that is large enough.
  Box within(Box room) {
    return new Box(
        Math.max(room.left, Math.min(left, room.right() - width)),
        Math.max(room.top, Math.min(top, room.bottom() - height)),
        width,
        height);
  }

  /// The area that two have in common.
  double shared(Box other) {
    double across = Math.min(right(), other.right()) - Math.max(left, other.left);
    double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    return across > 0 && down > 0 ? across * down : 0;
  }

  /// How much of a straight line lies inside, after Liang and Barsky: the line is cut by one side
  /// after the other.
  double lengthInside(double x1, double y1, double x2, double y2) {
    if (Math.max(x1, x2) < left
        || Math.min(x1, x2) > right()
        || Math.max(y1, y2) < top
        || Math.min(y1, y2) > bottom()) {
      return 0;
    }
    double dx = x2 - x1;
    double dy = y2 - y1;
    // Where the line enters and leaves, as parts of its length.
    double enter =
        Math.max(
            0, Math.max(first(left - x1, right() - x1, dx), first(top - y1, bottom() - y1, dy)));
    double leave =
        Math.min(1, Math.min(last(left - x1, right() - x1, dx), last(top - y1, bottom() - y1, dy)));
    return leave > enter ? (leave - enter) * Math.hypot(dx, dy) : 0;
  }

  private static double first(double low, double high, double step) {
    return step == 0 ? Double.NEGATIVE_INFINITY : Math.min(low / step, high / step);
  }

  private static double last(double low, double high, double step) {
    return step == 0 ? Double.POSITIVE_INFINITY : Math.max(low / step, high / step);
  }
}
