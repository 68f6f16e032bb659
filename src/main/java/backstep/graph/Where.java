package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;

/// y = a where the mask holds, else b: each entry's gradient goes to the side it came from. The
/// operands are the mask, a and b; the mask takes no gradient.
public record Where() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).where(x.get(1), x.get(2));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T nothing = dy.number(0);
    return switch (operand) {
      case 1 -> x.get(0).where(dy, nothing);
      case 2 -> x.get(0).where(nothing, dy);
      default -> throw new IllegalArgumentException("a mask takes no gradient");
    };
  }

  @Override
  public String symbol() {
    return "where";
  }
}
