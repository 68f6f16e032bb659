package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;

/// y = −x, so dx = −dy.
public record Negate() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().negate();
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.negate();
  }

  @Override
  public String symbol() {
    return "−x";
  }
}
