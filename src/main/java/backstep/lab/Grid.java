package backstep.lab;

import backstep.tensor.Shape;
import backstep.tensor.Tensor;

/// Places spread evenly over the square of the plane from −reach to reach, row by row from the
/// upper left: the middles of `side` × `side` little squares.
///
/// @param side how many of them make a row; at least 2
/// @param reach above 0
public record Grid(int side, double reach) {
  public Grid {
    if (side < 2 || !(reach > 0 && Double.isFinite(reach))) {
      throw new IllegalArgumentException(side + " places to a row, reach " + reach);
    }
  }

  /// How many there are.
  public int size() {
    return side * side;
  }

  /// The first coordinate of a column of places.
  public double x1(int column) {
    return reach * ((2.0 * column + 1) / side - 1);
  }

  /// The second coordinate of a row of places.
  public double x2(int row) {
    return -x1(row);
  }

  /// All of them as the rows of a matrix, side² × 2.
  public Tensor points() {
    double[] points = new double[2 * size()];
    for (int i = 0; i < size(); i++) {
      points[2 * i] = x1(i % side);
      points[2 * i + 1] = x2(i / side);
    }
    return Tensor.of(Shape.of(size(), 2), points);
  }

  /// The place nearest to a point, by its position in the rows.
  public int nearest(double x1, double x2) {
    return at(-x2) * side + at(x1);
  }

  private int at(double x) {
    return Math.clamp((long) Math.floor((x / reach + 1) / 2 * side), 0, side - 1);
  }
}
