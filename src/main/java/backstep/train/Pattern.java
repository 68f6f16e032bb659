package backstep.train;

import backstep.train.Dataset.Point;

/// How the points of two classes lie in the square from −1 to 1.
public enum Pattern {
  /// Four quadrants, opposite ones of one class: it is 1 where either coordinate is above 0, but not
  /// both.
  XOR {
    @Override
    Point point(int label, Draws draws) {
      double side = draws.uniform(-1, 1) < 0 ? -1 : 1;
      double x1 = side * draws.uniform(GAP, 1);
      double x2 = -label * side * draws.uniform(GAP, 1);
      return new Point(x1, x2, label);
    }
  },

  /// A disc within a ring.
  CIRCLE {
    @Override
    Point point(int label, Draws draws) {
      double r = label > 0 ? draws.uniform(0, 0.45) : draws.uniform(0.7, 1);
      return polar(r, draws.uniform(0, 2 * Math.PI), label);
    }
  },

  /// Two arms that wind around each other once.
  SPIRAL {
    @Override
    Point point(int label, Draws draws) {
      double way = draws.uniform(0, 1);
      double turn = 2 * Math.PI * way + (label > 0 ? 0 : Math.PI);
      return polar(0.08 + 0.92 * way, turn, label);
    }
  },

  /// Two half moons, each reaching into the other.
  MOONS {
    @Override
    Point point(int label, Draws draws) {
      double angle = draws.uniform(0, Math.PI);
      double x1 = label * (StrictMath.cos(angle) - 0.5);
      double x2 = label * (StrictMath.sin(angle) - 0.25);
      return new Point(0.65 * x1, 0.9 * x2, label);
    }
  },

  /// Two clouds, which a straight line can part.
  BLOBS {
    @Override
    Point point(int label, Draws draws) {
      return new Point(
          0.45 * label + 0.15 * draws.normal(), 0.45 * label + 0.15 * draws.normal(), label);
    }
  };

  // Between the quadrants lies a gap.
  private static final double GAP = 0.1;

  /// One point of a class, without noise.
  ///
  /// @param label −1 or 1
  abstract Point point(int label, Draws draws);

  private static Point polar(double r, double angle, int label) {
    return new Point(r * StrictMath.cos(angle), r * StrictMath.sin(angle), label);
  }
}
