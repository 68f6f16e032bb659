package backstep.train;

import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Points of two classes, some to learn from and some to be tested on.
///
/// @param train the points to learn from, in the order in which a generator shuffled them
/// @param test the points kept apart
public record Dataset(List<Point> train, List<Point> test) {
  /// A usual number of points, both parts together.
  public static final int USUAL_COUNT = 250;

  /// A usual share of them to be tested on.
  public static final double USUAL_TEST_SHARE = 0.2;

  // Coordinates are rounded so that a program that lists them can be read.
  private static final double GRID = 1000;

  public Dataset {
    train = List.copyOf(train);
    test = List.copyOf(test);
    if (train.isEmpty()) {
      throw new IllegalArgumentException("no points to learn from");
    }
  }

  /// A point in the plane.
  ///
  /// @param x1 mostly between −1 and 1
  /// @param x2 mostly between −1 and 1
  /// @param label −1 or 1
  public record Point(double x1, double x2, int label) {
    public Point {
      if (label != 1 && label != -1) {
        throw new IllegalArgumentException("a label is -1 or 1, not " + label);
      }
      if (!Double.isFinite(x1) || !Double.isFinite(x2)) {
        throw new IllegalArgumentException("not in the plane: (" + x1 + ", " + x2 + ")");
      }
    }
  }

  /// Draws points. The same arguments give the same points on every machine.
  ///
  /// @param count how many, half of each class; at least 2
  /// @param noise the standard deviation by which each coordinate is off, from 0
  /// @param testShare the part of them to be tested on, from 0 to below 1
  public static Dataset of(Pattern pattern, int count, double noise, long seed, double testShare) {
    if (count < 2 || !(noise >= 0) || !(testShare >= 0 && testShare < 1)) {
      throw new IllegalArgumentException(count + " points, noise " + noise + ", " + testShare);
    }
    Draws draws = new Draws(seed);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point exact = pattern.point(i % 2 == 0 ? 1 : -1, draws);
      double x1 = exact.x1() + noise * draws.normal();
      double x2 = exact.x2() + noise * draws.normal();
      points.add(new Point(rounded(x1), rounded(x2), exact.label()));
    }
    return split(points, draws, testShare);
  }

  /// Splits points that are given, after a shuffle.
  public static Dataset of(List<Point> points, long seed, double testShare) {
    return split(points, new Draws(seed), testShare);
  }

  private static Dataset split(List<Point> points, Draws draws, double testShare) {
    List<Point> shuffled = new ArrayList<>();
    for (int i : draws.permutation(points.size())) {
      shuffled.add(points.get(i));
    }
    int test = (int) (testShare * points.size());
    int train = points.size() - test;
    return new Dataset(shuffled.subList(0, train), shuffled.subList(train, points.size()));
  }

  private static double rounded(double x) {
    return Math.rint(x * GRID) / GRID + 0.0; // no -0.0
  }

  /// The points as the rows of a matrix, n × 2.
  public static Tensor inputs(List<Point> points) {
    double[] rows = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      rows[2 * i] = points.get(i).x1();
      rows[2 * i + 1] = points.get(i).x2();
    }
    return Tensor.of(Shape.of(points.size(), 2), rows);
  }

  /// Their labels as a column, n × 1.
  public static Tensor labels(List<Point> points) {
    return Tensor.of(
        Shape.of(points.size(), 1), points.stream().mapToDouble(Point::label).toArray());
  }
}
