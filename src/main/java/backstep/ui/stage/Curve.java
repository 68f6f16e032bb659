package backstep.ui.stage;

import backstep.ui.stage.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.List;

/// A wire as it is drawn: the router's corners rounded to soft bends, as points close together.
final class Curve {
  private static final int SAMPLES = 14;
  private static final double REACH = 34;

  private final List<Point> points;
  private final double[] lengths;

  private Curve(List<Point> points) {
    this.points = List.copyOf(points);
    this.lengths = new double[points.size()];
    for (int i = 1; i < points.size(); i++) {
      lengths[i] = lengths[i - 1] + distance(points.get(i - 1), points.get(i));
    }
  }

  /// A curve through the middle of each side of the corners, tangent to it.
  static Curve of(List<Point> corners) {
    List<Point> points = new ArrayList<>(List.of(corners.getFirst()));
    for (int i = 1; i < corners.size() - 1; i++) {
      Point corner = corners.get(i);
      // A bend takes half of each side, so that an S is drawn in one sweep.
      Point from = toward(corner, corners.get(i - 1), i == 1);
      Point to = toward(corner, corners.get(i + 1), i == corners.size() - 2);
      for (int k = 0; k <= SAMPLES; k++) {
        points.add(bend(from, corner, to, (double) k / SAMPLES));
      }
    }
    points.add(corners.getLast());
    return new Curve(points);
  }

  private static Point toward(Point corner, Point other, boolean atEnd) {
    double length = distance(corner, other);
    double vertical = Math.abs(corner.x() - other.x()) < 0.5 ? 0.5 : 1;
    double reach = vertical == 0.5 ? length / 2 : Math.min(REACH, atEnd ? length : length / 2);
    double part = length == 0 ? 0 : reach / length;
    return new Point(
        corner.x() + (other.x() - corner.x()) * part, corner.y() + (other.y() - corner.y()) * part);
  }

  private static Point bend(Point a, Point b, Point c, double t) {
    double u = 1 - t;
    return new Point(
        u * u * a.x() + 2 * u * t * b.x() + t * t * c.x(),
        u * u * a.y() + 2 * u * t * b.y() + t * t * c.y());
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
