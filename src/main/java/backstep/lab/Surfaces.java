package backstep.lab;

import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// What a network puts out over a part of the plane, and each of its hidden neurons.
///
/// @param grid the places
/// @param hidden of the hidden neurons at each of them, places × neurons
/// @param output of the network at each of them, between −1 and 1; places × 1
/// @param border where the output changes its sign
public record Surfaces(Grid grid, Tensor hidden, Tensor output, List<Piece> border) {

  /// A piece of a line, straight from one place to another.
  public record Piece(double fromX1, double fromX2, double toX1, double toX2) {}

  public Surfaces {
    border = List.copyOf(border);
  }

  /// Of a network with certain parameters.
  ///
  /// @param layers of the network over the points of the grid
  static Surfaces of(Grid grid, Outputs.Layers layers) {
    return new Surfaces(grid, layers.hidden(), layers.output(), border(grid, layers.output()));
  }

  // Marching squares: in each square of four places the border leads from side to side, straight,
  // and meets them where the output would be 0 if it changed evenly along them.
  private static List<Piece> border(Grid grid, Tensor output) {
    List<Piece> border = new ArrayList<>();
    double[] ends = new double[8];
    for (int row = 0; row + 1 < grid.side(); row++) {
      for (int column = 0; column + 1 < grid.side(); column++) {
        int found = ends(grid, output, row, column, ends);
        for (int end = 0; end < found; end += 4) {
          border.add(new Piece(ends[end], ends[end + 1], ends[end + 2], ends[end + 3]));
        }
      }
    }
    return border;
  }

  // Around the square, so that the ends of a piece follow one another, also at a saddle.
  private static int ends(Grid grid, Tensor output, int row, int column, double[] ends) {
    int[] rows = {row, row, row + 1, row + 1};
    int[] columns = {column, column + 1, column + 1, column};
    int found = 0;
    for (int side = 0; side < 4; side++) {
      int next = (side + 1) % 4;
      double here = output.get(rows[side] * grid.side() + columns[side]);
      double there = output.get(rows[next] * grid.side() + columns[next]);
      if (here > 0 != there > 0) {
        double part = here / (here - there);
        double x1 = grid.x1(columns[side]);
        double x2 = grid.x2(rows[side]);
        ends[found++] = x1 + part * (grid.x1(columns[next]) - x1);
        ends[found++] = x2 + part * (grid.x2(rows[next]) - x2);
      }
    }
    return found;
  }
}
