package backstep.python;

import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.Optional;

/// What `p -= rate * g` says: that g is the gradient of the loss by p.
///
/// @param parameter the parameter's name
/// @param span the update statement
/// @param claimed g
/// @param gradient the gradient itself, or none if the loss does not depend on the parameter
public record Claim(String parameter, Span span, Tensor claimed, Optional<Tensor> gradient) {
  /// Whether g is the gradient, entry by entry, within a millionth.
  public boolean agrees() {
    return gradient.filter(exact -> Update.agrees(claimed, exact)).isPresent();
  }
}
