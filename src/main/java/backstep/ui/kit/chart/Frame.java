package backstep.ui.kit.chart;

/// Where things are on a chart just now.
///
/// @param plot the rectangle between the axes
/// @param x from figures to pixels across
/// @param y from figures to pixels upward
/// @param em the size of the type, which all distances are measured by
record Frame(Box plot, Projection x, Projection y, double em) {
  /// The pixel of a y, at an edge if it has no place on the axis.
  double edgeY(double value) {
    if (y.scale().holds(value)) {
      return y.at(value);
    }
    return value == Double.POSITIVE_INFINITY ? plot.top() : plot.bottom();
  }
}
