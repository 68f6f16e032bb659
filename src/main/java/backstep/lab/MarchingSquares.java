package backstep.lab;

/// Finds the lines along which a figure has a certain height, where it is known on a grid: in each
/// square of four places a line leads from side to side, straight, and meets them where the figure
/// would have that height if it changed evenly along them (Lorensen and Cline, *Marching Cubes*,
/// 1987, in the plane).
final class MarchingSquares {
  /// What is known.
  @FunctionalInterface
  interface Heights {
    double at(int column, int row);
  }

  /// What takes the pieces of the lines; columns and rows are counted on between the places.
  @FunctionalInterface
  interface Pen {
    void draw(double fromColumn, double fromRow, double toColumn, double toRow);
  }

  // Around a square, so that the ends of a piece follow one another, also at a saddle.
  private static final int[] COLUMNS = {0, 1, 1, 0};
  private static final int[] ROWS = {0, 0, 1, 1};

  private MarchingSquares() {}

  /// Draws the lines of one height. A square with a place that has no finite height has none.
  static void trace(int columns, int rows, Heights heights, double level, Pen pen) {
    double[] ends = new double[8];
    for (int row = 0; row + 1 < rows; row++) {
      for (int column = 0; column + 1 < columns; column++) {
        int found = ends(column, row, heights, level, ends);
        for (int end = 0; end < found; end += 4) {
          pen.draw(ends[end], ends[end + 1], ends[end + 2], ends[end + 3]);
        }
      }
    }
  }

  private static int ends(int column, int row, Heights heights, double level, double[] ends) {
    int found = 0;
    for (int side = 0; side < 4; side++) {
      int next = (side + 1) % 4;
      double here = heights.at(column + COLUMNS[side], row + ROWS[side]) - level;
      double there = heights.at(column + COLUMNS[next], row + ROWS[next]) - level;
      if (!Double.isFinite(here)) {
        return 0;
      }
      if (here > 0 != there > 0) {
        double part = here / (here - there);
        ends[found++] = column + COLUMNS[side] + part * (COLUMNS[next] - COLUMNS[side]);
        ends[found++] = row + ROWS[side] + part * (ROWS[next] - ROWS[side]);
      }
    }
    return found;
  }
}
