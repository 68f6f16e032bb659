package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = a / b entry by entry, so da = dy / b and db = −dy·a / b².
public record Divide() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).dividedBy(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T a = x.get(0);
    T b = x.get(1);
    return operand == 0 ? dy.dividedBy(b) : dy.times(a).negate().dividedBy(b.power(b.number(2)));
  }

  @Override
  public String symbol() {
    return "÷";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    return Badge.around(literals, symbol());
  }
}
