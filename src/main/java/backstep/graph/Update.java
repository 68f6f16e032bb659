package backstep.graph;

import backstep.tensor.Tensor;
import java.util.Map;

/// What `p -= rate * g` did to a parameter.
///
/// @param parameter the leaf that the loss was computed from
/// @param gradient g, in the shape that the program gave it
/// @param rate the learning rate; 1 where the program subtracted a step without naming one
/// @param after the leaf that holds the parameter from then on
public record Update(Node parameter, Tensor gradient, double rate, Node after) {
  // Wide enough for numerical derivatives, far too narrow for any real slip.
  private static final double TOLERANCE = 1e-6;

  /// Whether g goes along the parameter's gradient.
  ///
  /// @param gradients of the loss that the parameter was updated for
  /// @see #isAlong(Tensor, double, Tensor)
  public boolean isAlong(Map<Node, Tensor> gradients) {
    Tensor exact = gradients.get(parameter);
    return exact != null && isAlong(gradient, rate, exact);
  }

  /// Whether what a program subtracts is the gradient; where no rate is named, whether it points
  /// the same way, for then it holds the rate as well.
  ///
  /// @param claimed what the program subtracts
  /// @param rate how many times; 1 where it names none
  public static boolean isAlong(Tensor claimed, double rate, Tensor exact) {
    return agrees(claimed, exact)
        || (rate == 1 && agrees(claimed, exact.times(scale(claimed, exact))));
  }

  // How many times the gradient the whole step is; never against it.
  private static double scale(Tensor claimed, Tensor exact) {
    if (!claimed.shape().stretchesTo(exact.shape())) {
      return 1;
    }
    double length = exact.times(exact).sum().item();
    double common = exact.times(claimed).sum().item();
    return length == 0 ? 1 : Math.max(0, common / length);
  }

  /// Whether what is taken for a gradient is it, or stretches to it, entry by entry within a
  /// millionth.
  public static boolean agrees(Tensor claimed, Tensor exact) {
    if (!claimed.shape().stretchesTo(exact.shape())) {
      return false;
    }
    Tensor stretched = claimed.broadcastTo(exact.shape());
    for (int i = 0; i < exact.size(); i++) {
      double difference = Math.abs(stretched.get(i) - exact.get(i));
      if (!(difference <= TOLERANCE * Math.max(1, Math.abs(exact.get(i))))) {
        return false;
      }
    }
    return true;
  }
}
