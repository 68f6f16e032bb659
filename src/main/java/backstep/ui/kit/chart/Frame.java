package backstep.ui.kit.chart;

/// Where things are on a chart just now.
///
/// @param room the rectangle for axes and plot
/// @param plot the rectangle between the axes
/// @param x from figures to pixels across
/// @param y from figures to pixels upward
/// @param em the size of the type, which all distances are measured by
record Frame(Box room, Box plot, Projection x, Projection y, double em) {
  private static final double SMALL_WIDTH = 14;
  private static final double SMALL_HEIGHT = 6;

  /// Whether labels inside would leave nothing to be seen.
  boolean isSmall() {
    return plot.width() < SMALL_WIDTH * em || plot.height() < SMALL_HEIGHT * em;
  }

  /// The pixel of a y, at an edge if it has no place on the axis.
  double edgeY(double value) {
    if (y.scale().holds(value)) {
      return y.at(value);
    }
    return value == Double.POSITIVE_INFINITY ? plot.top() : plot.bottom();
  }
}
