package backstep.python;

import backstep.graph.Divide;
import backstep.graph.Multiply;
import backstep.graph.Negate;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a program multiplies to make the step that it subtracts from a parameter: `rate * g`, `rate
/// * 2 * (w - 1)`, `g * rate / n`.
///
/// Which of the factors is the rate, only a reader knows. It is taken to be a single number: one
/// that has a name, else the smallest one written. The others make the gradient.
final class Factors {
  private final Origins origins;
  private final List<Node> factors = new ArrayList<>();
  private final List<Node> divisors = new ArrayList<>();
  private boolean negative;

  private Factors(Origins origins) {
    this.origins = origins;
  }

  /// One way to read a step.
  ///
  /// @param computed whether the gradient is more than one value that the program set
  private record Reading(Node rate, Tensor gradient, boolean computed) {}

  /// A step, read as a rate times a gradient.
  ///
  /// @param rate the rate in the likeliest reading, without its sign
  /// @param isNegative whether a minus sign stands before the product in that reading
  /// @param gradients the gradient in the likeliest reading, then in all others, with the sign
  /// @param claims whether the program says so where it subtracts; a product that was given a name
  ///   before may be the gradient itself, `g = 2 * (w - 1)`
  record Step(double rate, boolean isNegative, List<Tensor> gradients, boolean claims) {
    Step {
      gradients = List.copyOf(gradients);
    }

    /// A step of which nothing more is known than what was subtracted.
    static Step plain(Tensor subtracted, boolean isNegative) {
      return new Step(1, isNegative, List.of(subtracted), false);
    }

    /// The gradient in the likeliest reading.
    Tensor gradient() {
      return gradients.getFirst();
    }

    /// What `p + product` subtracts.
    Step negated() {
      return new Step(rate, !isNegative, gradients.stream().map(Tensor::negate).toList(), claims);
    }
  }

  /// Takes a product apart; empty if there is none, or no factor that can be the rate.
  static Optional<Step> step(Node product, Origins origins) {
    Factors all = new Factors(origins);
    Optional<Step> step = all.collect(product, true) ? all.step() : Optional.empty();
    return origins.name(product).isPresent()
        ? step.map(found -> Step.plain(product.value(), found.isNegative))
        : step;
  }

  // What has a name is one factor, however it was made.
  private boolean collect(Node node, boolean whole) {
    boolean open = whole || origins.name(node).isEmpty();
    if (!open || !(node instanceof Node.Operation operation)) {
      factors.addAll(origins.factors(node));
      return true;
    }
    List<Node> x = operation.operands();
    return switch (operation.op()) {
      case Multiply _ -> collect(x.get(0), false) && collect(x.get(1), false);
      case Negate _ -> {
        negative = !negative;
        yield collect(x.getFirst(), whole);
      }
      case Divide _ -> {
        // `g / np.sqrt(cache)` is no longer the gradient of anything, `g / n` is a mean.
        divisors.add(x.get(1));
        yield isNumber(x.get(1)) && collect(x.getFirst(), whole);
      }
      default -> {
        factors.add(node);
        yield !whole;
      }
    };
  }

  private static boolean isNumber(Node node) {
    return node instanceof Node.Leaf && node.value().size() == 1;
  }

  private Optional<Step> step() {
    List<Reading> readings =
        factors.stream()
            .filter(node -> node.value().size() == 1 && factors.size() > 1)
            .sorted(Comparator.comparingInt(this::rank).thenComparingDouble(Factors::size))
            .map(this::reading)
            .filter(Reading::computed)
            .toList();
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Node rate = readings.getFirst().rate;
    return Optional.of(
        new Step(
            Math.abs(rate.value().item()),
            isNegative(rate),
            readings.stream().map(Reading::gradient).toList(),
            true));
  }

  // The sort is stable: of several the first that is written.
  private int rank(Node node) {
    if (node instanceof Node.Leaf) {
      return Recorder.isLiteral(node) ? 1 : 0;
    }
    return origins.name(node).isPresent() ? 2 : 3;
  }

  private static double size(Node node) {
    return Recorder.isLiteral(node) ? Math.abs(node.value().item()) : 0;
  }

  private boolean isNegative(Node rate) {
    return negative != rate.value().item() < 0;
  }

  private Reading reading(Node rate) {
    List<Node> others = new ArrayList<>(factors);
    others.remove(rate);
    Tensor gradient = others.getFirst().value();
    for (Node other : others.subList(1, others.size())) {
      gradient = gradient.times(other.value());
    }
    for (Node divisor : divisors) {
      gradient = gradient.dividedBy(divisor.value());
    }
    // `2 * h` is a step of another kind.
    boolean computed =
        others.stream().anyMatch(node -> node instanceof Node.Operation)
            || others.stream().filter(node -> !Recorder.isLiteral(node)).count() > 1
            || (others.size() > 1 && others.stream().anyMatch(Node::differentiable));
    return new Reading(rate, isNegative(rate) ? gradient.negate() : gradient, computed);
  }
}
