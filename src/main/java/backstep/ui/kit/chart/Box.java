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
    double dx = x2 - x1;
    double dy = y2 - y1;
    double[] towards = {-dx, dx, -dy, dy};
    double[] room = {x1 - left, right() - x1, y1 - top, bottom() - y1};
    double enter = 0;
    double leave = 1;
    for (int side = 0; side < 4; side++) {
      if (towards[side] == 0) {
        if (room[side] < 0) {
          return 0;
        }
      } else {
        double cut = room[side] / towards[side];
        if (towards[side] < 0) {
          enter = Math.max(enter, cut);
        } else {
          leave = Math.min(leave, cut);
        }
      }
    }
    return leave > enter ? (leave - enter) * Math.hypot(dx, dy) : 0;
  }
}
