package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Elementary;
import java.util.List;

/// y = |x|, so dx = dy·sign(x). At the kink x = 0 the subgradient 0 is taken.
public record Absolute() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().apply(Elementary.ABS);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(x.getFirst().apply(Elementary.SIGN));
  }

  @Override
  public String symbol() {
    return "|x|";
  }
}
