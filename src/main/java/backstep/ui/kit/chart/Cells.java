package backstep.ui.kit.chart;

import java.util.BitSet;

/// Which parts of the plot have a point already, so that a million points are not drawn over one
/// another.
final class Cells {
  private final Box plot;
  private final double side;
  private final int columns;
  private final int rows;
  private final BitSet taken = new BitSet();

  /// @param side how near two points may be without a loss to the picture
  Cells(Box plot, double side) {
    this.plot = plot;
    this.side = Math.max(1, side);
    columns = (int) Math.ceil(plot.width() / this.side) + 1;
    rows = (int) Math.ceil(plot.height() / this.side) + 1;
  }

  /// Whether a point is on the plot and the first one of its part.
  boolean take(double x, double y) {
    int column = (int) Math.floor((x - plot.left()) / side);
    int row = (int) Math.floor((y - plot.top()) / side);
    if (column < 0 || column >= columns || row < 0 || row >= rows) {
      return false;
    }
    int cell = row * columns + column;
    boolean free = !taken.get(cell);
    taken.set(cell);
    return free;
  }
}
