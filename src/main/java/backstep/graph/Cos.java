package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = cos x, so dx = −dy·sin x.
public record Cos() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.COS);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(x.getFirst().apply(Elementary.SIN)).negate();
  }

  @Override
  public String symbol() {
    return "cos";
  }
}
