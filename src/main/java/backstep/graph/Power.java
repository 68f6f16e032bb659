package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = aⁿ entry by entry, so da = dy·n·aⁿ⁻¹ and dn = dy·y·ln a.
///
/// The exponent's derivative is real for a > 0 only; elsewhere it is NaN, as in NumPy.
public record Power() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).power(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T a = x.get(0);
    T n = x.get(1);
    if (operand == 1) {
      return dy.times(y).times(a.apply(Elementary.LOG));
    }
    // a⁰ is 1 everywhere: n = 0 makes 0·a⁰, not 0·a⁻¹, which would be NaN at a = 0.
    T lower = n.minus(n.number(1)).plus(n.compare(Comparison.EQUAL, n.number(0)));
    return dy.times(n).times(a.power(lower));
  }

  @Override
  public String symbol() {
    return "xⁿ";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    Double exponent = literals.get(1);
    return exponent == null ? symbol() : Badge.exponent(exponent);
  }
}
