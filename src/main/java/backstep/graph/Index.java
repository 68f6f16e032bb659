package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Selection;
import java.util.List;

/// y = x[…]: the selected entries take the gradient, the others take none.
///
/// @param selection which entries
public record Index(Selection selection) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().gather(selection);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.scatter(selection);
  }

  @Override
  public String symbol() {
    return selection.toString();
  }
}
