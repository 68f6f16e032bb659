package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = a·b entry by entry, so da = dy·b and db = dy·a: each side is scaled by the other.
public record Multiply() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).times(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(x.get(1 - operand));
  }

  @Override
  public String symbol() {
    return "×";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    Double factor = literals.get(0) != null ? literals.get(0) : literals.get(1);
    return factor == null ? symbol() : symbol() + Badge.number(factor);
  }
}
