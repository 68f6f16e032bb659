package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = maximum(a, b) entry by entry: the gradient goes to the larger of the two.
///
/// ReLU is `np.maximum(0, x)`; with a constant on one side a tie counts for the constant, so that
/// the derivative at the kink is 0. With two sides that both take a gradient a tie is shared
/// evenly.
///
/// @param tie to whom a tie counts
public record Maximum(Tie tie) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).maximum(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(tie.share(operand, x.get(operand), x.get(1 - operand), Comparison.GREATER));
  }

  @Override
  public String symbol() {
    return "max";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    Double bound = literals.get(0) != null ? literals.get(0) : literals.get(1);
    return bound == null ? symbol() : symbol() + " " + Badge.number(bound);
  }
}
