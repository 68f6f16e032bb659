package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = a − b, so da = dy and db = −dy.
public record Subtract() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).minus(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return operand == 0 ? dy : dy.negate();
  }

  @Override
  public String symbol() {
    return "−";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    return Badge.around(literals, symbol());
  }
}
