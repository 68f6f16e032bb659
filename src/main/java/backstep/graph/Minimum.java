package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// y = minimum(a, b) entry by entry: the gradient goes to the smaller of the two.
///
/// With a constant on one side a tie counts for the constant, so that the derivative at the kink is
/// 0. With two sides that both take a gradient a tie is shared evenly.
///
/// @param tie to whom a tie counts
public record Minimum(Tie tie) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).minimum(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.times(tie.share(operand, x.get(operand), x.get(1 - operand), Comparison.LESS));
  }

  @Override
  public String symbol() {
    return "min";
  }

  @Override
  public String badge(List<@Nullable Double> literals) {
    Double bound = literals.get(0) != null ? literals.get(0) : literals.get(1);
    return bound == null ? symbol() : symbol() + " " + Badge.number(bound);
  }
}
