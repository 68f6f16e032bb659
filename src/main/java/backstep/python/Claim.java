package backstep.python;

import backstep.tensor.Tensor;
import java.util.Optional;

/// What `p -= rate * g` says: that g is the gradient of the loss by p.
///
/// @param parameter the parameter's name
/// @param span the update statement
/// @param claimed g
/// @param gradient the gradient itself, or none if the loss does not depend on the parameter
public record Claim(String parameter, Span span, Tensor claimed, Optional<Tensor> gradient) {
  // Wide enough for numerical derivatives, far too narrow for any real slip.
  private static final double TOLERANCE = 1e-6;

  /// Whether g is the gradient, entry by entry, within a millionth.
  public boolean agrees() {
    return gradient.map(this::agreesWith).orElse(false);
  }

  private boolean agreesWith(Tensor exact) {
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
