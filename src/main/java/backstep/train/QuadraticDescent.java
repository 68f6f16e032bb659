package backstep.train;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/// Gradient descent on a parabola: what becomes of it, the rate decides.
///
/// On L(w) = L* + ½·c·(w − w*)² the gradient is c·(w − w*), so each step multiplies the distance
/// from the minimum by 1 − rate·c, and the loss above L* by the square of that (Goodfellow, Bengio
/// and Courville, *Deep Learning*, 2016, section 8.2.1, for one dimension).
///
/// @param curvature c = L″, above 0
/// @param rate the learning rate
public record QuadraticDescent(double curvature, double rate) {
  // A curvature measured, or a rate typed as 2/3, may be off in the last digits.
  private static final double TOLERANCE = 1e-9;

  /// What becomes of the distance from the minimum.
  public enum Regime {
    /// rate = 0: it stays.
    STANDING,
    /// 0 < rate < 1/c: it shrinks from one side.
    MONOTONE,
    /// rate = 1/c: the first step takes it to 0.
    CRITICAL,
    /// 1/c < rate < 2/c: it shrinks and changes its side at each step.
    ALTERNATING,
    /// rate = 2/c: it changes its side and stays as large.
    OSCILLATING,
    /// rate > 2/c: it changes its side and grows. So it does on one side for rate < 0.
    DIVERGING
  }

  public QuadraticDescent {
    if (!(curvature > 0)) {
      throw new IllegalArgumentException("no parabola with a minimum: curvature " + curvature);
    }
  }

  /// The descent of a program with one number to learn whose loss is a parabola of it; nothing for
  /// any other program.
  public static Optional<QuadraticDescent> of(Iteration iteration) {
    if (iteration.updates().size() != 1) {
      return Optional.empty();
    }
    Update update = iteration.updates().getFirst();
    Node parameter = update.parameter();
    if (parameter.value().size() != 1 || !iteration.graph().leaves().contains(parameter)) {
      return Optional.empty();
    }
    // The gradient of a parabola is a straight line: what it gains on the first step it gains
    // again.
    double step = Math.max(1, Math.abs(parameter.value().item()));
    double behind = gradient(iteration.graph(), parameter, -step);
    double here = gradient(iteration.graph(), parameter, 0);
    double ahead = gradient(iteration.graph(), parameter, step);
    double beyond = gradient(iteration.graph(), parameter, 3 * step);
    double curvature = (ahead - behind) / (2 * step);
    double size = Math.abs(here) + Math.abs(curvature) * step;
    boolean straight =
        Math.abs(here + curvature * step - ahead) <= TOLERANCE * size
            && Math.abs(here + curvature * 3 * step - beyond) <= TOLERANCE * size;
    return straight && curvature > 0
        ? Optional.of(new QuadraticDescent(curvature, update.rate()))
        : Optional.empty();
  }

  private static double gradient(Graph graph, Node parameter, double away) {
    Graph there = graph.with(Map.of(parameter, parameter.value().map(x -> x + away)));
    Tensor gradient = there.gradients().get(there.counterpart(parameter));
    return gradient == null ? Double.NaN : gradient.item();
  }

  /// 1/c: the rate whose first step takes the parameter to the minimum.
  public double criticalRate() {
    return 1 / curvature;
  }

  /// 2/c: above this rate the descent diverges.
  public double limitRate() {
    return 2 / curvature;
  }

  /// 1 − rate·c: what each step multiplies the distance from the minimum by.
  public double factor() {
    double product = rate * curvature;
    return isAbout(product, 1) ? 0 : isAbout(product, 2) ? -1 : 1 - product;
  }

  /// What becomes of the distance from the minimum.
  public Regime regime() {
    double factor = factor();
    if (factor == 1) {
      return Regime.STANDING;
    }
    if (factor == 0) {
      return Regime.CRITICAL;
    }
    if (factor == -1) {
      return Regime.OSCILLATING;
    }
    if (Math.abs(factor) > 1) {
      return Regime.DIVERGING;
    }
    return factor > 0 ? Regime.MONOTONE : Regime.ALTERNATING;
  }

  /// (1 − rate·c)²ⁿ: what is left of the loss above its minimum after n steps, as a part of what it
  /// was at first.
  public double lossLeft(int steps) {
    return Math.pow(factor(), 2.0 * steps);
  }

  /// L* = L − L′² / 2c: the loss at the bottom of the parabola.
  ///
  /// @param loss L anywhere on it
  /// @param slope L′ there
  public double lowest(double loss, double slope) {
    return loss - slope * slope / (2 * curvature);
  }

  private static boolean isAbout(double product, double value) {
    return Math.abs(product - value) <= TOLERANCE;
  }
}
