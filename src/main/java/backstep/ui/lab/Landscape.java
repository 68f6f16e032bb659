package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The loss as a function of one number of the program, all else left as it is.
///
/// @param leaf the number
/// @param graph what the loss is computed by
/// @param update how the program moves the number, if it does
record Landscape(Node leaf, Graph graph, Optional<Update> update) {

  private static final int MOST_STEPS = 40;
  private static final double CLOSE = 1e-12;

  /// The landscape of the number that the program learns, or else of its only number that takes a
  /// gradient; none if there is not just one.
  static Optional<Landscape> of(Iteration iteration) {
    Graph graph = iteration.graph();
    List<Update> updates = iteration.updates();
    if (!updates.isEmpty()) {
      return Optional.of(updates.getFirst())
          .filter(update -> updates.size() == 1 && graph.hasNumber(update.parameter()))
          .map(update -> new Landscape(update.parameter(), graph, Optional.of(update)));
    }
    List<Node.Leaf> numbers = graph.leaves().stream().filter(graph::hasNumber).toList();
    return numbers.size() == 1 && graph.loss() instanceof Node.Operation
        ? Optional.of(new Landscape(numbers.getFirst(), graph, Optional.empty()))
        : Optional.empty();
  }

  /// Where the number stands.
  double at() {
    return leaf.value().item();
  }

  /// Where the program moves it to; where it stands, if it does not.
  double next() {
    return update.map(made -> made.after().value().item()).orElse(at());
  }

  /// The loss where it stands.
  double loss() {
    return graph.loss().value().item();
  }

  /// The loss where the number is another.
  DoubleUnaryOperator function() {
    return x -> graph.lossWith(Map.of(leaf, Tensor.full(leaf.value().shape(), x)));
  }

  /// The lowest point nearby, where the slope is 0 and grows, found by the secant method on the
  /// exact slope (Nocedal and Wright, *Numerical Optimization*, 2006, section 11.1); none if the
  /// way there leaves where the curve is bent upwards.
  Optional<Double> lowest() {
    double before = at();
    double here = before + 0.1 * Math.max(1, Math.abs(before));
    double slopeBefore = slope(before);
    for (int i = 0; i < MOST_STEPS; i++) {
      double slope = slope(here);
      double curvature = (slope - slopeBefore) / (here - before);
      if (slope == 0 || Math.abs(here - before) <= CLOSE * Math.max(1, Math.abs(here))) {
        return Optional.of(here);
      }
      if (!(curvature > 0)) {
        return Optional.empty();
      }
      before = here;
      slopeBefore = slope;
      here -= slope / curvature;
    }
    return Optional.empty();
  }

  private double slope(double x) {
    Graph there = graph.with(Map.of(leaf, Tensor.full(leaf.value().shape(), x)));
    Tensor slope = there.gradients().get(there.counterpart(leaf));
    return slope == null ? 0 : slope.item();
  }
}
