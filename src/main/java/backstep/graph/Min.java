package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import java.util.List;

/// y = the smallest entry of x: that entry takes the gradient. Equal ones share it evenly.
///
/// @param over among which entries
public record Min(Over over) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().min(over);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    Shape whole = x.getFirst().shape();
    T chosen = x.getFirst().compare(Comparison.EQUAL, Sum.spread(over, y, whole));
    T ties = chosen.sum(new Over(over.axis(), true));
    return Sum.spread(over, dy, whole).times(chosen).dividedBy(ties);
  }

  @Override
  public String symbol() {
    return "min";
  }
}
