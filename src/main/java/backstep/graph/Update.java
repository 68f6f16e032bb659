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

  /// Whether g is the parameter's gradient; where no rate is named, whether it points the same way,
  /// for then it holds the rate as well.
  ///
  /// @param gradients of the loss that the parameter was updated for
  public boolean isAlong(Map<Node, Tensor> gradients) {
    Tensor exact = gradients.get(parameter);
    return exact != null
        && (agrees(gradient, exact) || (rate == 1 && agrees(gradient, exact.times(scale(exact)))));
  }

  // How many times the gradient the whole step is; never against it.
  private double scale(Tensor exact) {
    if (!gradient.shape().stretchesTo(exact.shape())) {
      return 1;
    }
    double length = exact.times(exact).sum().item();
    double common = exact.times(gradient).sum().item();
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
