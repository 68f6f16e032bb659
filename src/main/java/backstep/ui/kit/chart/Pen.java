package backstep.ui.kit.chart;

import javafx.scene.shape.SVGPath;

/// Draws lines into one shape.
///
/// Path data as text, and not a [javafx.scene.shape.Path]: a path's elements weigh several hundred
/// bytes each, and a curve of thousands of them is drawn anew at every frame.
final class Pen {
  private static final int FINENESS = 100;

  private final StringBuilder path = new StringBuilder();

  /// A shape to draw into, with these style classes.
  static SVGPath shape(String... styleClasses) {
    SVGPath shape = new SVGPath();
    shape.setManaged(false);
    shape.setFill(null);
    shape.getStyleClass().addAll(styleClasses);
    return shape;
  }

  Pen move(double x, double y) {
    return step('M', x, y);
  }

  Pen line(double x, double y) {
    return step('L', x, y);
  }

  Pen line(double x1, double y1, double x2, double y2) {
    return move(x1, y1).line(x2, y2);
  }

  /// A closed line through corners given as x, y, x, y, …
  Pen polygon(double... corners) {
    move(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      line(corners[i], corners[i + 1]);
    }
    path.append('Z');
    return this;
  }

  /// A bow to a point, drawn towards another.
  Pen bend(double towardsX, double towardsY, double x, double y) {
    return step('Q', towardsX, towardsY).step(' ', x, y);
  }

  Pen circle(double x, double y, double r) {
    return move(x - r, y).half(x + r, y, r).half(x - r, y, r);
  }

  private Pen half(double x, double y, double r) {
    step('A', r, r);
    path.append(" 0 0 1");
    return step(' ', x, y);
  }

  private Pen step(char command, double x, double y) {
    path.append(command);
    number(x);
    path.append(' ');
    number(y);
    return this;
  }

  // A hundredth of a pixel is finer than any screen.
  private void number(double value) {
    long parts = Math.round(value * FINENESS);
    if (parts < 0) {
      path.append('-');
    }
    long size = Math.abs(parts);
    path.append(size / FINENESS);
    long rest = size % FINENESS;
    if (rest > 0) {
      path.append('.').append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10));
    }
  }

  /// Puts what was drawn into a shape, in place of what it held.
  void into(SVGPath shape) {
    shape.setContent(path.toString());
  }
}
