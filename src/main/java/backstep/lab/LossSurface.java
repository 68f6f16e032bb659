package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loss as a function of the two numbers that a program learns, all else left as it is.
///
/// @param graph what the loss is computed by
/// @param first what the program does to one number, which is drawn across
/// @param second what it does to the other, which is drawn upwards
public record LossSurface(Graph graph, Update first, Update second) {
  /// A place on the surface, seen from above.
  public record Place(double x, double y) {
    boolean isFinite() {
      return Double.isFinite(x) && Double.isFinite(y);
    }
  }

  /// A piece of a contour line, straight from one place to another.
  public record Piece(Place from, Place to) {}

  private static final int COLUMNS = 161;
  private static final int ROWS = 81;
  private static final int MOST_LINES = 40;
  private static final int MOST_STEPS = 30;
  private static final double CLOSE = 1e-10;
  private static final double APART = 1e-4;

  /// The surface of a program that learns just two numbers; none of any other.
  public static Optional<LossSurface> of(Iteration iteration) {
    Graph graph = iteration.graph();
    List<Update> updates = iteration.updates();
    boolean two =
        updates.size() == 2
            && updates.getFirst().parameter() != updates.getLast().parameter()
            && updates.stream().map(Update::parameter).allMatch(graph::hasNumber);
    return two
        ? Optional.of(new LossSurface(graph, updates.getFirst(), updates.getLast()))
        : Optional.empty();
  }

  /// Where the two numbers stand.
  public Place at() {
    return new Place(first.parameter().value().item(), second.parameter().value().item());
  }

  /// Where the program moves them to.
  public Place next() {
    return new Place(first.after().value().item(), second.after().value().item());
  }

  /// The loss at a place.
  public double loss(Place place) {
    return graph.lossWith(moved(place));
  }

  /// The gradient at a place, by both numbers.
  Place gradient(Place place) {
    Graph there = graph.with(moved(place));
    Map<Node, Tensor> gradients = there.gradients();
    return new Place(
        slope(there, gradients, first.parameter()), slope(there, gradients, second.parameter()));
  }

  private static double slope(Graph there, Map<Node, Tensor> gradients, Node parameter) {
    Tensor slope = gradients.get(there.counterpart(parameter));
    return slope == null ? 0 : slope.item();
  }

  private Map<Node, Tensor> moved(Place place) {
    return Map.of(
        first.parameter(), Tensor.full(first.parameter().value().shape(), place.x),
        second.parameter(), Tensor.full(second.parameter().value().shape(), place.y));
  }

  /// The lowest place nearby, by Newton's method with the curvature from differences of the exact
  /// gradient (Nocedal and Wright, *Numerical Optimization*, 2006, sections 3.3 and 8.1); none if
  /// the way there leaves where the surface is bent upwards in every direction.
  public Optional<Place> lowest() {
    Place here = at();
    for (int i = 0; i < MOST_STEPS && here.isFinite(); i++) {
      Place slope = gradient(here);
      double hx = APART * Math.max(1, Math.abs(here.x));
      double hy = APART * Math.max(1, Math.abs(here.y));
      Place right = gradient(new Place(here.x + hx, here.y));
      Place left = gradient(new Place(here.x - hx, here.y));
      Place above = gradient(new Place(here.x, here.y + hy));
      Place below = gradient(new Place(here.x, here.y - hy));
      double xx = (right.x - left.x) / (2 * hx);
      double yy = (above.y - below.y) / (2 * hy);
      double xy = ((right.y - left.y) / (2 * hx) + (above.x - below.x) / (2 * hy)) / 2;
      double determinant = xx * yy - xy * xy;
      if (!(xx > 0 && determinant > CLOSE * xx * yy)) {
        return Optional.empty();
      }
      double dx = (yy * slope.x - xy * slope.y) / determinant;
      double dy = (xx * slope.y - xy * slope.x) / determinant;
      here = new Place(here.x - dx, here.y - dy);
      if (Math.abs(dx) <= CLOSE * Math.max(1, Math.abs(here.x))
          && Math.abs(dy) <= CLOSE * Math.max(1, Math.abs(here.y))) {
        return Optional.of(here).filter(Place::isFinite);
      }
    }
    return Optional.empty();
  }

  /// Contour lines over a rectangle, nearer to each other in height where the surface is flat: in a
  /// round bowl their distances are equal.
  ///
  /// @param low its lower left corner
  /// @param high its upper right corner
  /// @param edge how high the line of number `count` lies; the n-th is n² / count² times as far
  ///   above the lowest place of the rectangle
  public List<Piece> contours(Place low, Place high, double edge, int count) {
    double across = (high.x - low.x) / (COLUMNS - 1);
    double up = (high.y - low.y) / (ROWS - 1);
    double[] heights = new double[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        heights[row * COLUMNS + column] =
            loss(new Place(low.x + column * across, low.y + row * up));
      }
    }
    DoubleSummaryStatistics all =
        Arrays.stream(heights).filter(Double::isFinite).summaryStatistics();
    double base = all.getMin();
    double unit = (edge - base) / ((double) count * count);
    List<Piece> pieces = new ArrayList<>();
    for (int n = 1; n <= MOST_LINES && unit > 0 && base + n * n * unit < all.getMax(); n++) {
      MarchingSquares.trace(
          COLUMNS,
          ROWS,
          (column, row) -> heights[row * COLUMNS + column],
          base + n * n * unit,
          (fromColumn, fromRow, toColumn, toRow) ->
              pieces.add(
                  new Piece(
                      new Place(low.x + fromColumn * across, low.y + fromRow * up),
                      new Place(low.x + toColumn * across, low.y + toRow * up))));
    }
    return pieces;
  }
}
