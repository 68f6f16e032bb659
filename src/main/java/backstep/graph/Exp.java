package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = eˣ, so dx = dy·y.
public record Exp() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.EXP);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(y);
  }

  @Override
  public String symbol() {
    return "exp";
  }
}
