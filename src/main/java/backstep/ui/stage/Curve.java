package backstep.ui.stage;

import backstep.ui.stage.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.List;

/// A wire as it is drawn: the router's corners rounded to soft bends, as points close together.
final class Curve {
  private static final int SAMPLES = 24;

  // How far an S reaches to both sides: no further than the gap between layers if it is steep, so
  // that it keeps clear of wider nodes above and below.
  private static final double NARROW = 15;
  private static final double WIDE = 30;
  private static final double STEEP = 44;

  private final List<Point> points;
  private final double[] lengths;

  private Curve(List<Point> points) {
    this.points = List.copyOf(points);
    this.lengths = new double[points.size()];
    for (int i = 1; i < points.size(); i++) {
      lengths[i] = lengths[i - 1] + distance(points.get(i - 1), points.get(i));
    }
  }

  /// A way from the right side of a node to the left side of another, wherever they stand.
  static Curve between(Point start, Point end) {
    double reach = Math.max(WIDE, Math.abs(end.x() - start.x()) / 2);
    List<Point> points = new ArrayList<>();
    bend(
        points,
        start,
        new Point(start.x() + reach, start.y()),
        new Point(end.x() - reach, end.y()),
        end);
    return new Curve(points);
  }

  /// The same way, bent so that its ends lie elsewhere.
  Curve bent(Point startBy, Point endBy) {
    double whole = lengths[lengths.length - 1];
    List<Point> moved = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double part = whole == 0 ? 0 : lengths[i] / whole;
      Point at = points.get(i);
      moved.add(
          new Point(
              at.x() + (1 - part) * startBy.x() + part * endBy.x(),
              at.y() + (1 - part) * startBy.y() + part * endBy.y()));
    }
    return new Curve(moved);
  }

  /// The router's path with each of its vertical stretches drawn as one soft S.
  static Curve of(List<Point> corners) {
    List<Point> points = new ArrayList<>(List.of(corners.getFirst()));
    int last = corners.size() - 1;
    for (int i = 1; i < last; i += 2) {
      if (i + 1 > last - 1) {
        points.add(corners.get(i)); // not a level path; keep its corner
        break;
      }
      Point from = corners.get(i);
      Point to = corners.get(i + 1);
      double wish = Math.abs(from.y() - to.y()) < STEEP ? WIDE : NARROW;
      double before = reach(corners.get(i - 1), from, i == 1, wish);
      double after = reach(corners.get(i + 2), to, i + 2 == last, wish);
      sweep(points, from, to, before, after);
    }
    points.add(corners.getLast());
    return new Curve(points);
  }

  // Two bends share the level stretch between them.
  private static double reach(Point outer, Point corner, boolean atEnd, double wish) {
    double room = Math.abs(outer.x() - corner.x());
    return Math.min(wish, atEnd ? room : room / 2);
  }

  private static void sweep(List<Point> points, Point from, Point to, double before, double after) {
    Point start = new Point(from.x() - before, from.y());
    Point end = new Point(to.x() + after, to.y());
    bend(points, start, from, to, end);
  }

  /// A cubic Bézier curve, as points close together.
  private static void bend(List<Point> points, Point a, Point b, Point c, Point d) {
    for (int k = 0; k <= SAMPLES; k++) {
      double t = (double) k / SAMPLES;
      double u = 1 - t;
      double first = u * u * u;
      double second = 3 * u * u * t;
      double third = 3 * u * t * t;
      double fourth = t * t * t;
      points.add(
          new Point(
              first * a.x() + second * b.x() + third * c.x() + fourth * d.x(),
              first * a.y() + second * b.y() + third * c.y() + fourth * d.y()));
    }
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  List<Point> points() {
    return points;
  }

  /// The point a part of the way along, 0 to 1.
  Point at(double part) {
    double target = Math.clamp(part, 0, 1) * lengths[lengths.length - 1];
    int i = 1;
    while (i < lengths.length - 1 && lengths[i] < target) {
      i++;
    }
    double span = lengths[i] - lengths[i - 1];
    double within = span == 0 ? 0 : Math.clamp((target - lengths[i - 1]) / span, 0, 1);
    Point a = points.get(i - 1);
    Point b = points.get(i);
    return new Point(a.x() + (b.x() - a.x()) * within, a.y() + (b.y() - a.y()) * within);
  }
}
