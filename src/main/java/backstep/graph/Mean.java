package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Over;
import java.util.List;

/// y = (1/n)·Σ x, so every entry of x takes dy / n.
///
/// @param over what is averaged
public record Mean(Over over) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().mean(over);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T each = dy.dividedBy(dy.number(over.count(x.getFirst().shape())));
    return Sum.spread(over, each, x.getFirst().shape());
  }

  @Override
  public String symbol() {
    return "mean";
  }
}
