package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Selection;
import java.util.List;

/// y = x with the selected entries replaced by v: v takes their gradient, x that of all others.
///
/// @param selection which entries, none of them twice
public record Put(Selection selection) implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).put(selection, x.get(1).broadcastTo(selection.part()));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T part = dy.gather(selection);
    return operand == 0 ? dy.minus(part.scatter(selection)) : part;
  }

  @Override
  public String symbol() {
    return selection + " =";
  }
}
