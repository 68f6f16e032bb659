package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import java.util.List;

/// y = Σ x, so every entry of x takes dy: a sum spreads its gradient.
///
/// @param over what is added up
public record Sum(Over over) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().sum(over);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return spread(over, dy, x.getFirst().shape());
  }

  /// The entry of a reduction's result stands again at each place it was made from.
  static <T extends Arithmetic<T>> T spread(Over over, T reduced, Shape whole) {
    return reduced.reshape(over.kept(whole)).broadcastTo(whole);
  }

  @Override
  public String symbol() {
    return "Σ";
  }
}
