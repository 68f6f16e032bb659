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

  private static List<Piece> border(Grid grid, Tensor output) {
    List<Piece> border = new ArrayList<>();
    int side = grid.side();
    double left = grid.x1(0);
    double top = grid.x2(0);
    double across = grid.x1(1) - left;
    double down = grid.x2(1) - top;
    MarchingSquares.trace(
        side,
        side,
        (column, row) -> output.get(row * side + column),
        0,
        (fromColumn, fromRow, toColumn, toRow) ->
            border.add(
                new Piece(
                    left + fromColumn * across,
                    top + fromRow * down,
                    left + toColumn * across,
                    top + toRow * down)));
    return border;
  }
}
