package backstep.ui.kit.chart;

import java.util.Arrays;

/// Pixels that a line leads through, with gaps.
final class Trail {
  private static final double DOT = 1;

  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /// Lifts the pen, so that the next point begins a new line.
  void lift() {
    if (size > 0 && !Double.isNaN(xs[size - 1])) {
      add(Double.NaN, Double.NaN);
    }
  }

  int size() {
    return size;
  }

  double x(int index) {
    return xs[index];
  }

  double y(int index) {
    return ys[index];
  }

  boolean isGap(int index) {
    return Double.isNaN(xs[index]);
  }

  /// Draws the trail.
  void draw(Pen pen) {
    boolean down = false;
    for (int i = 0; i < size; i++) {
      if (isGap(i)) {
        down = false;
      } else if (down) {
        pen.line(xs[i], ys[i]);
      } else {
        pen.move(xs[i], ys[i]);
        down = true;
        // A point between two gaps would else leave no trace.
        if (i + 1 == size || isGap(i + 1)) {
          pen.line(xs[i] + DOT, ys[i]);
        }
      }
    }
  }

  /// How many pixels of the line are inside a box.
  double lengthIn(Box box) {
    double sum = 0;
    for (int i = 1; i < size; i++) {
      if (!isGap(i) && !isGap(i - 1)) {
        sum += box.lengthInside(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
    }
    return sum;
  }
}
