package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;

/// y = a mod b = a − b·⌊a / b⌋, so da = dy and db = −dy·⌊a / b⌋, which is dy·(y − a) / b. At the
/// jumps, where b divides a, the derivative from the right is taken.
public record Remainder() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).remainder(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return operand == 0 ? dy : dy.times(y.minus(x.get(0))).dividedBy(x.get(1));
  }

  @Override
  public String symbol() {
    return "mod";
  }
}
