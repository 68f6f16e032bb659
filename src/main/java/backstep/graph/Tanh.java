package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = tanh x, so dx = dy·(1 − y²).
public record Tanh() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.TANH);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(y.number(1).minus(y.power(y.number(2))));
  }

  @Override
  public String symbol() {
    return "tanh";
  }
}
