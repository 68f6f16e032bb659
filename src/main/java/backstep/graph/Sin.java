package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = sin x, so dx = dy·cos x.
public record Sin() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.SIN);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(x.getFirst().apply(Elementary.COS));
  }

  @Override
  public String symbol() {
    return "sin";
  }
}
