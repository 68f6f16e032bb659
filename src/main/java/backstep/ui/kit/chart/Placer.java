package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/// Finds places for labels where they cover neither each other nor a curve, if there are any, and
/// else where they cover least.
final class Placer {
  private static final double OVER_LABEL = 20;
  private static final double OVER_CURVE = 8;
  private static final double OUTSIDE = 1e6;
  // So much better has another place to be that a label leaves the one it had.
  private static final double LOYALTY = 30;
  // The nearer a place is to the head of the list, the better it reads.
  private static final double ORDER = 3;

  // Distances from a point, in em.
  private static final double[] GAPS = {0.7, 2, 4};
  private static final double[] PARTS = {1, 0.5, 0};

  private final Box room;
  private final List<Trail> curves;
  private final List<Box> taken = new ArrayList<>();

  /// @param room where labels may be
  Placer(Box room, List<Trail> curves) {
    this.room = room;
    this.curves = new ArrayList<>(curves);
  }

  /// A placer that keeps clear of the same labels, but not of curves.
  Placer overCurves(Box otherRoom) {
    Placer placer = new Placer(otherRoom, List.of());
    placer.taken.addAll(taken);
    return placer;
  }

  /// Keeps labels away from a line.
  void avoid(Trail line) {
    curves.add(line);
  }

  /// Keeps labels away from a part of the chart.
  void block(Box box) {
    taken.add(box);
  }

  /// The best of some places, best readable first, which is then taken.
  ///
  /// @param before which one it was when the chart was drawn last; -1 if it is new
  /// @return its index
  int place(List<Box> places, int before) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      double cost = cost(places.get(i)) + ORDER * i - (i == before ? LOYALTY : 0);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    taken.add(places.get(best));
    return best;
  }

  private double cost(Box box) {
    double cost = room.holds(box) ? 0 : OUTSIDE - room.shared(box);
    for (Box other : taken) {
      cost += OVER_LABEL * Math.sqrt(other.shared(box));
    }
    for (Trail curve : curves) {
      cost += OVER_CURVE * curve.lengthIn(box);
    }
    return cost;
  }

  /// Places around a point: beside it, then further away.
  static List<Box> around(double x, double y, double width, double height, double em) {
    List<Box> places = new ArrayList<>();
    for (double gap : GAPS) {
      around(x, y, width, height, gap * em, places);
    }
    return places;
  }

  /// Places along a straight line: at its end, in its middle, at its beginning.
  static List<Box> along(
      double x1, double y1, double x2, double y2, double width, double height, double em) {
    List<Box> places = new ArrayList<>();
    for (double part : PARTS) {
      double x = x1 + part * (x2 - x1);
      double y = y1 + part * (y2 - y1);
      around(x, y, width, height, GAPS[0] * em, places);
    }
    return places;
  }

  private static void around(
      double x, double y, double width, double height, double far, List<Box> places) {
    double near = far / 2;
    double right = x + far;
    double left = x - far - width;
    double above = y - near - height;
    double below = y + near;
    places.add(new Box(right, above, width, height));
    places.add(new Box(right, below, width, height));
    places.add(new Box(left, above, width, height));
    places.add(new Box(left, below, width, height));
    places.add(new Box(right, y - height / 2, width, height));
    places.add(new Box(left, y - height / 2, width, height));
    places.add(new Box(x - width / 2, y - far - height, width, height));
    places.add(new Box(x - width / 2, y + far, width, height));
  }
}
