package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = √x, so dx = dy / (2y). Infinite at x = 0, as the derivative is.
public record Sqrt() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.SQRT);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.dividedBy(y.number(2).times(y));
  }

  @Override
  public String symbol() {
    return "√";
  }
}
