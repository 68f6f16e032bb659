package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Shape;
import java.util.List;

/// The same entries in another shape: the gradient takes the old shape back.
///
/// @param to the new shape
public record Reshape(Shape to) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().reshape(to);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.reshape(x.getFirst().shape());
  }

  @Override
  public String symbol() {
    return "reshape";
  }
}
