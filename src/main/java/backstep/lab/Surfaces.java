package backstep.lab;

import java.util.ArrayList;
import java.util.List;

/// What a network puts out over a part of the plane, and each of its hidden neurons.
///
/// @param grid the places
/// @param output of the network at each of them, between −1 and 1
/// @param hidden of each hidden neuron at each of them
/// @param border where the output changes its sign: pieces of line, as x1, x2 of the one end and
///   x1, x2 of the other
public record Surfaces(Grid grid, double[] output, List<double[]> hidden, double[] border) {

  /// Of a network with certain parameters.
  ///
  /// @param outputs of the network over the points of the grid
  static Surfaces of(Grid grid, Outputs.Layers layers) {
    return new Surfaces(grid, layers.output(), layers.hidden(), border(grid, layers.output()));
  }

  // Marching squares: in each square of four places the border leads from side to side, straight,
  // and meets them where the output would be 0 if it changed evenly along them.
  private static double[] border(Grid grid, double[] output) {
    List<double[]> pieces = new ArrayList<>();
    double[] ends = new double[8];
    for (int row = 0; row + 1 < grid.side(); row++) {
      for (int column = 0; column + 1 < grid.side(); column++) {
        int found = 0;
        // Around the square, so that a saddle's ends follow one another.
        int[] rows = {row, row, row + 1, row + 1};
        int[] columns = {column, column + 1, column + 1, column};
        for (int side = 0; side < 4; side++) {
          int next = (side + 1) % 4;
          double here = output[rows[side] * grid.side() + columns[side]];
          double there = output[rows[next] * grid.side() + columns[next]];
          if (here > 0 != there > 0) {
            double part = here / (here - there);
            double x1 = grid.x1(columns[side]);
            double x2 = grid.x2(rows[side]);
            ends[found++] = x1 + part * (grid.x1(columns[next]) - x1);
            ends[found++] = x2 + part * (grid.x2(rows[next]) - x2);
          }
        }
        for (int end = 0; end < found; end += 4) {
          pieces.add(new double[] {ends[end], ends[end + 1], ends[end + 2], ends[end + 3]});
        }
      }
    }
    double[] border = new double[4 * pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      System.arraycopy(pieces.get(i), 0, border, 4 * i, 4);
    }
    return border;
  }
}
